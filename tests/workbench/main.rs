//! One binary for all that is tested from outside: a module for each room.

mod accounts;
mod charts;
mod crash_states;
mod disk_crash;
mod disk_faults;
mod disk_kill;
mod disk_oddities;
mod disk_recovery;
mod disk_sweep;
mod edits;
mod file_bombs;
mod file_damage;
mod file_format;
mod full_account;
mod laws;
mod memory_host;
mod model_disk;
mod model_fs;
mod pages;
mod scratch;
mod tables;
mod tables_links;
mod tables_text;
mod window;
