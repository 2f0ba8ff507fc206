/* Reads a calendar from standard input and prints what libical makes of its events, as JSON.
 * Instants come from the VTIMEZONEs of the file itself; a TZID without one gives null. */
#include <libical/ical.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *read_all(FILE *file)
{
    size_t size = 0, room = 1 << 16;
    char *text = malloc(room);
    size_t count;
    while (text && (count = fread(text + size, 1, room - size - 1, file)) > 0) {
        size += count;
        if (room - size < 2)
            text = realloc(text, room *= 2);
    }
    if (text)
        text[size] = '\0';
    return text;
}

static void print_string(const char *name, const char *value)
{
    printf("\"%s\": \"", name);
    for (const char *c = value ? value : ""; *c; c++) {
        if (*c == '"' || *c == '\\')
            printf("\\%c", *c);
        else if ((unsigned char)*c < 0x20)
            printf("\\u%04x", (unsigned)*c);
        else
            putchar(*c);
    }
    printf("\", ");
}

static void print_instant(const char *name, icalproperty *property, icalcomponent *calendar)
{
    char text[32] = "";
    if (property) {
        struct icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
        icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
        const icaltimezone *zone = NULL;
        if (icaltime_is_date(time)) {
            snprintf(text, sizeof text, "%04d-%02d-%02d", time.year, time.month, time.day);
        } else if (parameter) {
            zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(parameter));
        } else if (icaltime_is_utc(time)) {
            zone = icaltimezone_get_utc_timezone();
        }
        if (zone) {
            time_t seconds = icaltime_as_timet_with_zone(time, zone);
            struct tm parts;
            gmtime_r(&seconds, &parts);
            strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
        }
    }
    if (*text)
        printf("\"%s\": \"%s\", ", name, text);
    else
        printf("\"%s\": null, ", name);
}

static void print_event(icalcomponent *event, icalcomponent *calendar)
{
    icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    bool all_day = start && icaltime_is_date(icalproperty_get_dtstart(start));
    printf("{");
    print_string("uid", icalcomponent_get_uid(event));
    print_string("status", status ? icalproperty_status_to_string(icalproperty_get_status(status)) : "");
    print_instant("start_utc", start, calendar);
    print_instant("end_utc", end, calendar);
    printf("\"sequence\": %d, \"all_day\": %s}", icalcomponent_get_sequence(event),
           all_day ? "true" : "false");
}

int main(void)
{
    char *text = read_all(stdin);
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fputs("libical finds no calendar\n", stderr);
        return 1;
    }
    const char *separator = "";
    printf("[");
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        printf("%s", separator);
        print_event(event, calendar);
        separator = ",\n";
    }
    printf("]\n");
    icalcomponent_free(calendar);
    free(text);
    return 0;
}
