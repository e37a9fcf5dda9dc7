//! The fonts that ship with the program.

/// A font file and the family it is of.
#[derive(Clone, Copy, Debug)]
pub struct FontFile {
    /// The family's name.
    pub family: &'static str,
    /// Whether it is the bold face.
    pub is_bold: bool,
    /// The TrueType file.
    pub bytes: &'static [u8],
}

const fn file(family: &'static str, is_bold: bool, bytes: &'static [u8]) -> FontFile {
    FontFile { family, is_bold, bytes }
}

/// Every font, the main family first; the later ones stand in for characters it lacks.
pub const fn font_files() -> &'static [FontFile] {
    FILES
}

const FILES: &[FontFile] = &[
    file("Atlas Sans SC", false, include_bytes!("../../assets/fonts/AtlasSansSC-Regular.ttf")),
    file("Atlas Sans SC", true, include_bytes!("../../assets/fonts/AtlasSansSC-Bold.ttf")),
    file("Atlas Sans Latin", false, include_bytes!("../../assets/fonts/AtlasSansLatin-Regular.ttf")),
    file("Atlas Sans Latin", true, include_bytes!("../../assets/fonts/AtlasSansLatin-Bold.ttf")),
    file("Atlas Sans Arabic", false, include_bytes!("../../assets/fonts/AtlasSansArabic-Regular.ttf")),
    file("Atlas Sans Arabic", true, include_bytes!("../../assets/fonts/AtlasSansArabic-Bold.ttf")),
    file("Atlas Sans Hebrew", false, include_bytes!("../../assets/fonts/AtlasSansHebrew-Regular.ttf")),
    file("Atlas Sans Hebrew", true, include_bytes!("../../assets/fonts/AtlasSansHebrew-Bold.ttf")),
];
