//! What a template can see: its own files, the data, the shipped fonts. No disk, no network, no
//! packages, no plugins, no clock.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult, SourceDiagnostic, SourceResult};
use typst::foundations::{Binding, Bytes, Datetime, Duration, Module, Scope};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use super::{PageError, Template};
use crate::theme::font_files;

/// Functions that would reach outside, or that a template has no use for.
const HIDDEN: [&str; 1] = ["plugin"];

/// Library and fonts, made once.
pub(super) struct Stage {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Stage {
    pub(super) fn new() -> Self {
        let fonts: Vec<Font> = font_files().iter().filter_map(|file| Font::new(Bytes::new(file.bytes), 0)).collect();
        Self { library: LazyHash::new(library()), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }
}

/// The library without what is hidden, neither by name nor by way of `std`.
fn library() -> Library {
    let mut library = Library::builder().build();
    let mut scope = Scope::new();
    for (name, binding) in library.global.scope().iter() {
        if !HIDDEN.contains(&name.as_str()) {
            scope.bind(name.clone(), binding.clone());
        }
    }
    library.global = Module::new("global", scope);
    library.std = Binding::detached(library.global.clone());
    library
}

/// One compilation.
pub(super) struct PageWorld<'a> {
    stage: &'a Stage,
    main: FileId,
    sources: HashMap<FileId, Source>,
    data: HashMap<FileId, Bytes>,
}

impl<'a> PageWorld<'a> {
    /// `form` names the template's file and, in it, the function that is called.
    pub(super) fn new(
        stage: &'a Stage,
        form: &str,
        template: &Template,
        data: String,
        map: String,
    ) -> Result<Self, PageError> {
        let main = format!("#import \"/{form}.typ\": {form}\n#{form}(json(\"/data.json\"), json(\"/map.json\"))\n");
        Self::of(stage, &main, template.files(), [("data.json", data), ("map.json", map)])
    }

    /// Runs the lines of `main`, which may import `files` and read `data`, both by their names.
    pub(super) fn of<'f>(
        stage: &'a Stage,
        main: &str,
        files: impl Iterator<Item = (&'f str, &'f str)>,
        data: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Result<Self, PageError> {
        let id = file("main-of-page.typ")?;
        let mut world = Self {
            stage,
            main: id,
            sources: HashMap::from([(id, Source::new(id, main.to_owned()))]),
            data: HashMap::new(),
        };
        for (name, text) in files {
            let id = file(name)?;
            world.sources.insert(id, Source::new(id, text.to_owned()));
        }
        for (name, text) in data {
            world.data.insert(file(name)?, Bytes::from_string(text));
        }
        Ok(world)
    }

    /// Sets the page.
    pub(super) fn compile(&self) -> Result<PagedDocument, PageError> {
        let result: SourceResult<PagedDocument> = typst::compile(self).output;
        result.map_err(|errors| PageError::Template {
            cause: errors.first().map_or_else(String::new, |error| self.sentence(error)),
        })
    }

    /// File, line and cause of an error.
    fn sentence(&self, error: &SourceDiagnostic) -> String {
        let place = error.span.id().and_then(|id| {
            let source = self.sources.get(&id)?;
            let range = typst::WorldExt::range(self, error.span)?;
            let line = source.lines().byte_to_line(range.start)? + 1;
            Some(format!("{}, line {line}: ", id.vpath().get_without_slash()))
        });
        format!("{}{}", place.unwrap_or_default(), error.message)
    }
}

fn file(name: &str) -> Result<FileId, PageError> {
    let path = VirtualPath::new(name).map_err(|error| PageError::Template { cause: format!("{name}: {error:?}") })?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl World for PageWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.stage.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.stage.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let source = || self.sources.get(&id).map(|source| Bytes::from_string(source.text().to_owned()));
        self.data.get(&id).cloned().or_else(source).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.stage.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
