//! A small disk of its own for the program, which a test fills and makes larger.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A disk in memory, mounted where only the program sees it.
pub(crate) struct Disk {
    /// Keeps the mount alive until its input ends.
    holder: Child,
    folder: PathBuf,
}

impl Disk {
    /// Eight megabytes: the program starts, and a few hundred long notes fill it.
    pub(crate) fn at(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let mount = "mount -t tmpfs -o size=8m tmpfs \"$0\" && echo ready && exec cat";
        let mut unshare = Command::new("/usr/bin/unshare");
        unshare.args(["--mount", "--map-root-user", "sh", "-c", mount]).arg(folder);
        let mut holder = unshare.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(holder.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line, "ready\n", "no disk could be mounted");
        Self { holder, folder: folder.to_owned() }
    }

    /// A program that sees the disk.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut nsenter = Command::new("/usr/bin/nsenter");
        let holder = self.holder.id().to_string();
        nsenter.args(["--target", &holder, "--user", "--preserve-credentials", "--mount"]);
        nsenter.arg(program);
        nsenter
    }

    /// There is room again.
    pub(crate) fn grow(&self) {
        let mut mount = self.command("mount");
        let done = mount.args(["-o", "remount,size=64m"]).arg(&self.folder).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.holder.kill().unwrap_or_default();
        self.holder.wait().map(drop).unwrap_or_default();
    }
}
