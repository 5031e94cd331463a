"""Lists of words written as text."""


def listed(names: str) -> tuple[str, ...]:
    """The words of `names`, which are separated by spaces and line ends."""
    return tuple(names.split())
