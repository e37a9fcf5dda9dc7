//! What an import says about a table.

/// Why a table cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// The table holds no row of headings.
    #[error("the table is empty")]
    EmptyTable,
    /// The table lacks columns an import needs.
    #[error("columns missing: {missing}; found: {found}")]
    MissingColumns {
        /// The columns that are missing, by their English names.
        missing: String,
        /// The headings that stand there.
        found: String,
    },
    /// Two headings mean the same column.
    #[error("two columns mean {column}")]
    DoubledColumn {
        /// The column, by its English name.
        column: String,
    },
    /// The table is no text: a workbook, a picture.
    #[error("the table is not text")]
    NotText,
    /// A line cannot be read.
    #[error("line {line}: {cause}")]
    Line {
        /// Line, from 1.
        line: u64,
        /// What the reader says.
        cause: String,
    },
    /// More rows than an account may hold.
    #[error("{rows} rows are more than {most}")]
    TooManyRows {
        /// How many.
        rows: usize,
        /// How many there may be.
        most: usize,
    },
    /// The change is refused by the account.
    #[error(transparent)]
    Edit(#[from] crate::edit::EditError),
}

/// Something to be said about one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Line of the table, from 1 with the headings.
    pub line: u64,
    /// What is to be said.
    pub kind: NoticeKind,
}

/// What an import says about a row, a cell or a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// The row has neither name nor title; nothing was taken from it.
    NoName,
    /// The row has a title and no name: it became a vacant seat.
    Vacant {
        /// The title.
        title: String,
    },
    /// A word no scale knows; it was kept as a fact.
    UnknownWord {
        /// The column.
        column: String,
        /// The word.
        word: String,
    },
    /// The manager is not in the table nor in the account; kept as a fact.
    ManagerMissing {
        /// Who.
        name: String,
        /// The manager named.
        manager: String,
    },
    /// The manager would make a loop; kept as a fact.
    ManagerLoop {
        /// Who.
        name: String,
        /// The manager named.
        manager: String,
    },
    /// Several people have this name and nothing tells them apart.
    Ambiguous {
        /// The name.
        name: String,
    },
    /// Two rows have one id; the later one changed what the earlier one said.
    DoubledId {
        /// The id.
        id: String,
    },
    /// Another person of this name was taken as a new one.
    SameName {
        /// The name.
        name: String,
    },
    /// A person of a link is not known; the link was left out.
    PersonMissing {
        /// The name or id.
        name: String,
    },
    /// A link joins a person with the same person; it was left out.
    SelfLink {
        /// The name or id.
        name: String,
    },
    /// A strength outside 1 to 3; the nearest was taken.
    Strength {
        /// What stood there.
        text: String,
    },
    /// A row has more cells than there are headings; they were kept as facts.
    ExtraCells {
        /// How many.
        count: usize,
    },
    /// A column of links that nothing is done with.
    IgnoredColumn {
        /// Its heading.
        column: String,
    },
}
