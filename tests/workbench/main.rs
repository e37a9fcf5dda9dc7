//! One binary for all that is tested from outside: a module for each room.

mod crash_states;
mod disk_crash;
mod disk_faults;
mod disk_kill;
mod disk_oddities;
mod disk_recovery;
mod disk_sweep;
mod model_disk;
mod model_fs;
mod scratch;
