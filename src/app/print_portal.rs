//! The desktop's print service, asked over the session bus: it shows the system's print dialog.
//!
//! Source: the portal interface `org.freedesktop.portal.Print`, version 1.

use std::collections::HashMap;
use std::os::fd::OwnedFd;
use std::path::Path;

use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{Fd, OwnedObjectPath, OwnedValue, Value};

use crate::disk::open_handle;

const SERVICE: &str = "org.freedesktop.portal.Desktop";
const OBJECT: &str = "/org/freedesktop/portal/desktop";

/// What the user did with the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printed {
    /// The page is with the printer.
    Given,
    /// The user changed their mind.
    Cancelled,
}

type Options<'a> = HashMap<&'a str, Value<'a>>;

/// Shows the system's print dialog and prints the PDF at `path` as the user says there. Waits for
/// the user: to be called on a thread of its own.
///
/// # Errors
/// What the bus says, mostly that there is no such service here.
pub(super) fn print(path: &Path, title: &str) -> Result<Printed, zbus::Error> {
    let bus = Connection::session()?;
    let service = Proxy::new(&bus, SERVICE, OBJECT, "org.freedesktop.portal.Print")?;
    let nothing = Options::new;
    let (answer, results) = asked(&bus, "prepare", |options| {
        service.call::<_, _, OwnedObjectPath>("PreparePrint", &("", title, nothing(), nothing(), options))
    })?;
    let Some(token) = results.get("token").and_then(|token| u32::try_from(token).ok()).filter(|_| answer == 0) else {
        return Ok(Printed::Cancelled);
    };
    let file = open_handle(path).map_err(|error| zbus::Error::InputOutput(error.into()))?;
    let handle = Fd::from(OwnedFd::from(file));
    let (answer, _) = asked(&bus, "print", |mut options| {
        options.insert("token", Value::from(token));
        service.call::<_, _, OwnedObjectPath>("Print", &("", title, &handle, options))
    })?;
    Ok(if answer == 0 { Printed::Given } else { Printed::Cancelled })
}

/// Calls a method whose answer comes as a signal: how it ended, and what came of it.
fn asked(
    bus: &Connection,
    token: &str,
    call: impl FnOnce(Options<'_>) -> Result<OwnedObjectPath, zbus::Error>,
) -> Result<(u32, HashMap<String, OwnedValue>), zbus::Error> {
    let name = bus.unique_name().map_or("", |name| name.as_str());
    let sender = name.trim_start_matches(':').replace('.', "_");
    // Listened to before the call, so that a quick answer is not missed.
    let request = format!("{OBJECT}/request/{sender}/{token}");
    let request = Proxy::new(bus, SERVICE, request, "org.freedesktop.portal.Request")?;
    let mut answers = request.receive_signal("Response")?;
    call(Options::from([("handle_token", Value::from(token))]))?;
    let answer = answers.next().ok_or(zbus::Error::InvalidReply)?;
    answer.body().deserialize()
}
