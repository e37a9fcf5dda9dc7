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
    /// `form` names the template's file and, in it, the function that is called: everything else is a file they
    /// import or read.
    pub(super) fn new(
        stage: &'a Stage,
        form: &str,
        template: &Template,
        data: String,
        map: String,
    ) -> Result<Self, PageError> {
        let main = file("main-of-page.typ")?;
        let lines = format!("#import \"/{form}.typ\": {form}\n#{form}(json(\"/data.json\"), json(\"/map.json\"))\n");
        let mut sources = HashMap::from([(main, Source::new(main, lines))]);
        for (name, text) in template.files() {
            let id = file(name)?;
            sources.insert(id, Source::new(id, text.to_owned()));
        }
        let data = HashMap::from([
            (file("data.json")?, Bytes::from_string(data)),
            (file("map.json")?, Bytes::from_string(map)),
        ]);
        Ok(Self { stage, main, sources, data })
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
