"""Which files are opened from a planner: documents and pictures that are known, and no others."""

from app.domain.file_names import clean_file_name, file_suffix


def _endings(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: What reads as text, sheets or slides; the programs that show them run nothing unasked.
_DOCUMENTS = _endings(
    "pdf txt md rtf csv odt ods odp doc docx xls xlsx ppt pptx pages numbers key hwp hwpx epub"
)
_PICTURES = _endings("png jpg jpeg gif bmp tif tiff webp heic heif")
#: What is run when it is opened, or can be: only named to be refused in words that say why.
_PROGRAMS = _endings(
    "exe com scr pif cpl msi msp msix appx bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta lnk url inf reg "
    "chm application gadget dll sys app command workflow pkg dmg scpt terminal sh bash zsh csh fish run bin "
    "out deb rpm apk appimage flatpakref desktop jar jnlp py pyw pyc pl rb php lua docm dotm xlsm xltm xlam "
    "xll pptm potm ppam ppsm html htm xhtml svg iso img vhd"
)


def may_open(name: str) -> bool:
    """Tell whether a file of this name is opened from a planner."""
    return _ending(name) in _DOCUMENTS | _PICTURES


def is_program(name: str) -> bool:
    """Tell whether a file of this name may run as a program, or bring one with it."""
    return _ending(name) in _PROGRAMS


def _ending(name: str) -> str:
    """Return the ending by which a disk would go: of the name as it would be written there."""
    return file_suffix(clean_file_name(name)).removeprefix(".").casefold()
