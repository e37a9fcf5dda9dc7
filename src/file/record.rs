//! How a record stands in a file: a list of named fields, in order, defaults left out.

use serde::de::MapAccess;

use crate::model::Kept;

/// A value that one field can hold.
pub(super) trait Field: Sized {
    /// Reads the next value of `map`; text this version does not understand comes back as `Err`.
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Result<Self, String>, A::Error>;

    /// Writes the value as RON; `depth` is the depth of its line.
    fn write(&self, out: &mut String, depth: usize);

    /// Whether the value says nothing and is left out.
    fn is_default(&self) -> bool;
}

/// A record that files hold.
pub(super) trait Stored: Sized {
    /// The record's name in messages.
    const NAME: &'static str;
    /// The names of its fields, in file order.
    const FIELDS: &'static [&'static str];
    /// Whether the record takes one line a field, or one line in all.
    const IS_BLOCK: bool;

    /// The record before its fields are read.
    fn blank() -> Self;

    /// Reads the value of the field `name`.
    fn read_field<'de, A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<Result<(), String>, A::Error>;

    /// Hands every field that is not default to `out`, in file order.
    fn write_fields(&self, out: &mut FieldWriter<'_>);

    /// Where unknown parts are kept; `None` where a record has no place for them.
    fn kept(&self) -> Option<&Kept>;

    /// Where unknown parts are put.
    fn kept_mut(&mut self) -> Option<&mut Kept>;
}

/// Writes the fields of one record.
pub(super) struct FieldWriter<'a> {
    out: &'a mut String,
    kept: Option<&'a Kept>,
    depth: usize,
    is_block: bool,
    is_first: bool,
}

impl FieldWriter<'_> {
    /// Writes a field, unless it says nothing; a kept text stands where the value is still the one
    /// of a `blank` record.
    pub(super) fn field<T: Field + PartialEq>(&mut self, name: &str, value: &T, blank: &T) {
        match self.kept.and_then(|kept| kept.get(name)) {
            Some(text) if value == blank => self.raw(name, text),
            Some(_) | None if value.is_default() => {}
            Some(_) | None => {
                self.start(name);
                value.write(self.out, self.depth + 1);
                self.end();
            }
        }
    }

    /// Writes a field whose text is known.
    pub(super) fn raw(&mut self, name: &str, text: &str) {
        self.start(name);
        self.out.push_str(text);
        self.end();
    }

    fn start(&mut self, name: &str) {
        if self.is_block {
            indent(self.out, self.depth + 1);
        } else if !self.is_first {
            self.out.push_str(", ");
        }
        self.is_first = false;
        self.out.push_str(name);
        self.out.push_str(": ");
    }

    fn end(&mut self) {
        if self.is_block {
            self.out.push_str(",\n");
        }
    }
}

/// Writes a record that begins on a line of depth `depth`.
pub(super) fn write_record<T: Stored>(record: &T, out: &mut String, depth: usize) {
    out.push_str(if T::IS_BLOCK { "(\n" } else { "(" });
    let mut writer = FieldWriter { out, kept: record.kept(), depth, is_block: T::IS_BLOCK, is_first: true };
    record.write_fields(&mut writer);
    for (name, text) in record.kept().into_iter().flat_map(Kept::iter) {
        // The head is written before all else.
        if !T::FIELDS.contains(&name) && !["schema", "min_reader"].contains(&name) {
            writer.raw(name, text);
        }
    }
    if T::IS_BLOCK {
        indent(out, depth);
    }
    out.push(')');
}

/// Four blanks a depth.
pub(super) fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("    ");
    }
}

/// Describes a record: its fields, their types on disk and where the model keeps them.
macro_rules! stored {
    (@block block) => { true };
    (@block inline) => { false };
    ($($record:ty, $name:literal, $shape:ident, $blank:expr, $kept:ident {
        $($field:ident: $type:ty => $($path:ident).+),+ $(,)?
    })+) => {$(
        impl $crate::file::record::Stored for $record {
            const NAME: &'static str = $name;
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];
            const IS_BLOCK: bool = stored!(@block $shape);

            fn blank() -> Self {
                $blank
            }

            fn read_field<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                name: &str,
                map: &mut A,
            ) -> Result<Result<(), String>, A::Error> {
                match name {
                    $(stringify!($field) => Ok(<$type as $crate::file::record::Field>::read(map)?
                        .map(|value| self.$($path).+ = value)),)+
                    _ => Ok(Ok(())),
                }
            }

            fn write_fields(&self, out: &mut $crate::file::record::FieldWriter<'_>) {
                let blank = <Self as $crate::file::record::Stored>::blank();
                $(out.field::<$type>(stringify!($field), &self.$($path).+, &blank.$($path).+);)+
            }

            stored!(@accessors $kept);
        }
    )+};
    (@accessors none) => {
        fn kept(&self) -> Option<&$crate::model::Kept> {
            None
        }
        fn kept_mut(&mut self) -> Option<&mut $crate::model::Kept> {
            None
        }
    };
    (@accessors kept) => {
        fn kept(&self) -> Option<&$crate::model::Kept> {
            Some(&self.kept)
        }
        fn kept_mut(&mut self) -> Option<&mut $crate::model::Kept> {
            Some(&mut self.kept)
        }
    };
}
pub(super) use stored;
