//! `new`: an empty account; `templates`: the page's templates, to be changed.

use std::path::Path;

use super::Outcome;
use super::say::Say;
use crate::app;
use crate::disk::{Keep, RealFs, Vfs, make_folder};
use crate::file;
use crate::model::Account;
use crate::page::Template;
use crate::words::Message;

pub(super) fn new(say: &Say, name: &str, output: &Path) -> Outcome {
    if RealFs.info(output).is_ok() {
        let path = output.display().to_string();
        say.remark_message(&Message::CliExists { path });
        return Outcome::NotDone;
    }
    let account = Account::new(app::ids().fresh(), name);
    say.write(output, &file::write(&account), Keep::Nothing)
}

pub(super) fn templates(say: &Say, folder: &Path) -> Outcome {
    if let Err(error) = make_folder(&RealFs, folder) {
        return say.disk(&error);
    }
    for (name, text) in Template::shipped().files() {
        let path = folder.join(name);
        if RealFs.info(&path).is_ok() {
            say.remark_message(&Message::CliExists { path: path.display().to_string() });
            return Outcome::NotDone;
        }
        let outcome = say.write(&path, text.as_bytes(), Keep::Nothing);
        if outcome != Outcome::Done {
            return outcome;
        }
    }
    say.remark_message(&Message::CliTemplates { path: folder.display().to_string() });
    Outcome::Done
}
