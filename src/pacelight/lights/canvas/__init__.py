"""What is painted: waves on a layout of lamps, as the frame of an instant. Pure."""

__all__: list[str] = []
