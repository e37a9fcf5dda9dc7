//! Account Atlas.
pub mod disk;
pub mod edit;
pub mod file;
pub mod layout;
pub mod model;
pub mod theme;
