//! The system's libraries that a window under X11 loads when it opens.

/// The first of them that cannot be loaded. Under Wayland none of them is needed.
#[cfg(target_os = "linux")]
pub(super) fn missing() -> Option<&'static str> {
    use x11_dl::{xcursor, xinput2, xlib, xlib_xcb};
    let has_wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|value| !value.is_empty());
    if has_wayland {
        return None;
    }
    // The same loaders as the window's own: what they have loaded once is kept.
    [
        ("libX11.so.6", xlib::Xlib::open().is_ok()),
        ("libX11-xcb.so.1", xlib_xcb::Xlib_xcb::open().is_ok()),
        ("libXcursor.so.1", xcursor::Xcursor::open().is_ok()),
        ("libXi.so.6", xinput2::XInput2::open().is_ok()),
        ("libxkbcommon-x11.so.0", xkbcommon_dl::x11::xkbcommon_x11_option().is_some()),
    ]
    .into_iter()
    .find(|(_, is_there)| !is_there)
    .map(|(library, _)| library)
}

/// Other systems bring their window libraries with them.
#[cfg(not(target_os = "linux"))]
pub(super) fn missing() -> Option<&'static str> {
    None
}
