"""The drawings of the icons, on a grid of 20: SVG content, stroked by the style sheet."""
# ruff: noqa: E501 a drawing is one line

from typing import Final

DRAWINGS: Final = {
    "cap": '<circle cx="10" cy="10" r="7.2"/><path d="m12.8 7.2-1.7 3.9-3.9 1.7 1.7-3.9z"/>',
    "choisir": '<path d="M10 17.5v-5.2L4.2 6.6V3M10 12.3l5.8-5.7V3M2.2 5l2-2.2 2 2.2M13.8 5l2-2.2 2 2.2"/>',
    "trouver": '<circle cx="8.8" cy="8.8" r="5.6"/><path d="m13 13 4.3 4.3"/>',
    "reseau": '<circle cx="10" cy="4.6" r="2.1"/><circle cx="4.3" cy="14.6" r="2.1"/><circle cx="15.7" cy="14.6" r="2.1"/><path d="M9 6.5 5.4 12.7M11 6.5l3.6 6.2M6.4 14.6h7.2"/>',
    "droits": '<path d="M10 3v14M6 17h8M4 5.6h12M4 5.6l-2.2 5.2a2.4 2.4 0 0 0 4.4 0zM16 5.6l-2.2 5.2a2.4 2.4 0 0 0 4.4 0z"/>',
    "journal": '<path d="M4 3h11a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 15 17H4zM7.2 3v14M10 7.5h3.8M10 10.8h3.8"/>',
    "valeur": '<path d="M3 16.8h14M4.6 13.6c4.6-.3 8.4-3 10.4-8.4M11.4 5.8l3.8-1.2 1 3.9"/>',
    "recits": '<path d="M3 4h14v9.6H9.4L5.6 17v-3.4H3zM6.4 7.4h7.2M6.4 10.3h4.6"/>',
    "lock": '<rect x="4.5" y="9" width="11" height="8" rx="1.6"/><path d="M7 9V6.6a3 3 0 0 1 6 0V9"/>',
    "plus": '<path d="M10 4v12M4 10h12"/>',
    "grid": '<circle cx="5" cy="10" r="1"/><circle cx="10" cy="10" r="1"/><circle cx="15" cy="10" r="1"/>',
    "check": '<path d="m4 10.6 3.9 3.9L16.2 5.8"/>',
    "circle": '<circle cx="10" cy="10" r="6.5"/>',
    "arrow": '<path d="M3.5 10h13M11.4 4.9l5.1 5.1-5.1 5.1"/>',
    "alert": '<path d="M10 3.2 18 16.8H2zM10 8.2v4M10 14.4v.1"/>',
    "stop": '<path d="M6.9 2.8h6.2l4.1 4.1v6.2l-4.1 4.1H6.9l-4.1-4.1V6.9zM10 6.3v4.6M10 13.4v.1"/>',
    "ask": '<circle cx="10" cy="10" r="7.2"/><path d="M7.9 8a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M10 13.9v.1"/>',
    "clock": '<circle cx="10" cy="10" r="7.2"/><path d="M10 5.8V10l2.8 1.8"/>',
    "phone": '<path d="M6.2 2.8 8.3 7 6.6 8.6a10 10 0 0 0 4.8 4.8L13 11.7l4.2 2.1v2.4a1.6 1.6 0 0 1-1.7 1.6A13.6 13.6 0 0 1 2.2 4.5a1.6 1.6 0 0 1 1.6-1.7z"/>',
    "file": '<path d="M5 2.8h6.6L15.6 7v10.2H5zM11.4 2.8V7h4.2"/>',
    "copy": '<rect x="7" y="7" width="10" height="10" rx="1.5"/><path d="M4.6 13H3V4.5A1.5 1.5 0 0 1 4.5 3H13v1.6"/>',
    "down": '<path d="M10 3v10M5.5 9 10 13.4 14.5 9M3.5 17h13"/>',
    "print": '<path d="M6 8V3h8v5M6 14H3.5V8h13v6H14M6 12h8v5H6z"/>',
    "x": '<path d="m5 5 10 10M15 5 5 15"/>',
    "pen": '<path d="m3.5 16.5.8-3.6L13.4 3.8l2.8 2.8-9.1 9.1z"/>',
    "quote": '<path d="M4 13.5V9.8C4 7.6 5.3 6 7.5 5.6M11.5 13.5V9.8c0-2.2 1.3-3.8 3.5-4.2M4 10h4v3.5H4zM11.5 10h4v3.5h-4z"/>',
}
