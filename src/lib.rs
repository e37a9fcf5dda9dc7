//! Account Atlas, 客户图谱: a desktop workbench for key account managers.
pub mod app;
pub mod cli;
pub mod disk;
pub mod edit;
pub mod exchange;
pub mod file;
pub mod insight;
pub mod layout;
pub mod method;
pub mod model;
pub mod page;
pub mod theme;
pub mod words;
pub mod ui;
