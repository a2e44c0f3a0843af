"""Why a document could not be read or an address was not fetched, and how it is said.

Each takes the facts and owns its wording, as those of `claims.errors` do.

    ClaimsError
    ├── TooLargeError            more bytes, characters or pages than are read
    ├── TooIntricateError        pages that take too long to read
    ├── UnknownFormatError       a kind of file that is not read
    ├── DamagedDocumentError     a file that is not what it says, or is broken
    ├── LockedDocumentError      a file that opens with a password only
    ├── NoTextError              nothing in it is running text
    ├── MissingLibraryError      the library that reads this kind is not installed
    ├── RefusedAddressError      an address that is never asked
    ├── LocalAddressError        an address on this machine or its own network
    ├── NotFetchedError          the server could not be asked, or did not answer well
    ├── TooManyRedirectsError    one address led to another too often
    └── TooSlowError             the answer took too long
"""

from __future__ import annotations

from claims.errors import ClaimsError


class TooLargeError(ClaimsError):
    """More bytes, characters or pages than are read."""

    def __init__(self, name: str, limit: int, unit: str) -> None:
        """Take the document, how much of it would be read, and of what: `pages`."""
        self.name, self.limit, self.unit = name, limit, unit
        super().__init__(
            f"“{name}” is too large: at most {limit:,} {unit} are read. "
            "Paste the part that matters instead."
        )


class TooIntricateError(ClaimsError):
    """Pages that take too long to read, whatever their number."""

    def __init__(self, name: str, seconds: float) -> None:
        """Take the document and how long reading it may take."""
        self.name, self.seconds = name, seconds
        super().__init__(
            f"“{name}” takes longer than {seconds:g} seconds to read. "
            "Paste the part that matters instead."
        )


class UnknownFormatError(ClaimsError):
    """A kind of file that is not read."""

    def __init__(self, name: str, media_type: str | None = None) -> None:
        """Take the document and the media type that was stated for it, if any."""
        self.name, self.media_type = name, media_type
        stated = f" ({media_type})" if media_type else ""
        super().__init__(
            f"“{name}” is of a kind that is not read{stated}. "
            "Give plain text, a web page, a PDF or a Word document (.docx)."
        )


class DamagedDocumentError(ClaimsError):
    """A file that is not what it says, or is broken."""

    def __init__(self, name: str, kind: str) -> None:
        """Take the document and what it should have been: `PDF`."""
        self.name, self.kind = name, kind
        super().__init__(
            f"“{name}” cannot be read as {kind}: it is damaged or is something else. "
            "Save it again, or paste its text."
        )


class LockedDocumentError(ClaimsError):
    """A file that opens with a password only."""

    def __init__(self, name: str) -> None:
        """Take the document."""
        self.name = name
        super().__init__(
            f"“{name}” is encrypted. Save a copy without a password, or paste its text."
        )


class NoTextError(ClaimsError):
    """Nothing in it is running text: an empty file, a page of links, a scan."""

    def __init__(self, name: str) -> None:
        """Take the document."""
        self.name = name
        super().__init__(
            f"“{name}” holds no running text: it is empty, a page of links, or made of pictures. "
            "Paste the text itself."
        )


class MissingLibraryError(ClaimsError):
    """The library that reads this kind of document is not installed."""

    def __init__(self, kind: str, library: str) -> None:
        """Take what was to be read and the library that reads it."""
        self.kind, self.library = kind, library
        super().__init__(
            f"Reading {kind} needs the library {library}, which is not installed. "
            "Install On Record anew: pip install on-record."
        )


class RefusedAddressError(ClaimsError):
    """An address that is never asked, whatever stands behind it."""

    def __init__(self, address: str, reason: str) -> None:
        """Take the address and what is wrong with it."""
        self.address, self.reason = address, reason
        super().__init__(f"“{address}” is not fetched: {reason}.")


class LocalAddressError(ClaimsError):
    """An address on this machine, its own network, or another that is not the open web."""

    def __init__(self, address: str) -> None:
        """Take the address."""
        self.address = address
        super().__init__(
            f"“{address}” leads to a machine of the local network or to none of the open web, "
            "which On Record never asks. Paste the text instead."
        )


class NotFetchedError(ClaimsError):
    """The server could not be asked, or did not answer with a document."""

    def __init__(self, address: str, reason: str) -> None:
        """Take the address and what happened."""
        self.address, self.reason = address, reason
        super().__init__(f"“{address}” could not be fetched: {reason}.")


class TooManyRedirectsError(ClaimsError):
    """One address led to another too often."""

    def __init__(self, address: str, limit: int) -> None:
        """Take the address that was asked first and how many redirects are followed."""
        self.address, self.limit = address, limit
        super().__init__(f"“{address}” led on to another address more than {limit} times.")


class TooSlowError(ClaimsError):
    """The answer took too long; what had come was thrown away."""

    def __init__(self, address: str, seconds: float) -> None:
        """Take the address and how long the answer may take."""
        self.address, self.seconds = address, seconds
        super().__init__(f"“{address}” did not answer in full within {seconds:g} seconds.")
