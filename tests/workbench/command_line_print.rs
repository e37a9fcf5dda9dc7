//! Pages from the command line: formats, papers, languages, and templates that were changed.

use std::fs;
use std::io::Read;
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::Duration;

use crate::command_line::{DONE, Desk, Ended, NOT_DONE, REPAIRED};

/// The program stops a template after 20 s of processor time or 30 s by the clock; the rest is for
/// a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(90);

/// A template that sets these words and nothing else.
fn template(body: &str) -> String {
    format!("#let plan(data, map) = {{\n  {body}\n}}\n")
}

fn print(desk: &Desk, code: i32, output: &str, more: &[&str]) -> Ended {
    desk.ends(code, &[&["print", "a.ron", "-o", output, "--date", "2026-12-05"], more].concat())
}

fn page_text(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("a page whose text can be taken out")
}

/// The width and height of a page, in whole points.
fn size(svg: &[u8]) -> (u32, u32) {
    let text = String::from_utf8_lossy(svg);
    let (_, rest) = text.split_once("viewBox=\"0 0 ").expect("a size");
    let mut numbers =
        rest.split(['"', ' ']).map(|number| number.split('.').next().and_then(|whole| whole.parse().ok()));
    let mut next = || numbers.next().flatten().expect("a number");
    (next(), next())
}

#[test]
fn every_format_is_what_its_ending_says() {
    let desk = Desk::new("print-formats");
    desk.team("a.ron");
    for (output, start) in [("a.pdf", &b"%PDF-"[..]), ("a.png", b"\x89PNG\r\n\x1a\n"), ("A.SVG", b"<svg ")] {
        let printed = print(&desk, DONE, output, &[]);
        assert!(printed.err.contains(output), "{printed:?}");
        assert!(desk.read(output).starts_with(start), "{output}");
    }
    let document = lopdf::Document::load_mem(&desk.read("a.pdf")).expect("a PDF");
    assert_eq!(document.get_pages().len(), 1);
    let before = desk.read("a.ron");
    print(&desk, DONE, "again.pdf", &[]);
    assert_eq!(desk.read("again.pdf"), desk.read("a.pdf"), "the same account gives the same bytes");
    assert_eq!(desk.read("a.ron"), before, "printing changed the account");
}

#[test]
fn the_example_is_one_page() {
    let desk = Desk::new("print-example");
    desk.example("a.ron");
    print(&desk, DONE, "a.pdf", &[]);
    let pdf = desk.read("a.pdf");
    assert_eq!(lopdf::Document::load_mem(&pdf).expect("a PDF").get_pages().len(), 1);
    let text = page_text(&pdf);
    assert!(text.contains("Thornmere") && text.contains("Helen Strand"), "{text}");
}

#[test]
fn the_page_is_in_the_language_asked_for() {
    let desk = Desk::new("print-languages");
    desk.team("a.ron");
    for (lang, said, other) in [("en", "Account plan", "客户计划"), ("zh", "客户计划", "Account plan")] {
        print(&desk, DONE, "a.pdf", &["--lang", lang]);
        let text = page_text(&desk.read("a.pdf"));
        assert!(text.contains(said) && !text.contains(other), "{lang}: {text}");
        assert!(text.contains("2026-12-05"), "{lang}: {text}");
    }
    print(&desk, NOT_DONE, "b.pdf", &["--lang", "de"]);
}

#[test]
fn every_paper_has_its_size() {
    let desk = Desk::new("print-papers");
    desk.team("a.ron");
    for (paper, wanted) in
        [("a4", (841, 595)), ("a4-portrait", (595, 841)), ("letter", (792, 612)), ("a3", (1190, 841))]
    {
        print(&desk, DONE, "a.svg", &["--paper", paper]);
        assert_eq!(size(&desk.read("a.svg")), wanted, "{paper}");
    }
    let refused = print(&desk, NOT_DONE, "b.svg", &["--paper", "a5"]);
    assert!(refused.err.contains("a4-portrait"), "{refused:?}");
}

#[test]
fn a_page_that_cannot_be_written_is_told() {
    let desk = Desk::new("print-fails");
    desk.team("a.ron");
    for output in ["a.docx", "page", "a.ron"] {
        let refused = print(&desk, NOT_DONE, output, &[]);
        assert!(refused.err.contains("pdf, png or svg") && refused.err.contains(output), "{refused:?}");
    }
    assert!(!desk.has("a.docx") && !desk.has("page"));
    desk.ends(DONE, &["check", "a.ron"]);
    let nowhere = print(&desk, NOT_DONE, "nowhere/a.pdf", &[]);
    assert!(nowhere.err.contains("nowhere/a.pdf") && !desk.has("nowhere"), "{nowhere:?}");
    desk.ends(NOT_DONE, &["print", "missing.ron", "-o", "b.pdf"]);
    desk.write("empty.ron", "");
    desk.ends(NOT_DONE, &["print", "empty.ron", "-o", "b.pdf"]);
    print(&desk, NOT_DONE, "b.pdf", &["--date", "yesterday"]);
    assert!(!desk.has("b.pdf"));
}

#[test]
fn what_is_left_of_a_damaged_account_is_printed() {
    let desk = Desk::new("print-damaged");
    desk.team("whole.ron");
    let whole = desk.read("whole.ron");
    desk.write("a.ron", &whole[..whole.len() - 300]);
    let printed = print(&desk, REPAIRED, "a.pdf", &[]);
    assert!(printed.err.contains("damaged at line"), "{printed:?}");
    assert!(page_text(&desk.read("a.pdf")).contains("Ada Byron"));
}

#[test]
fn the_shipped_templates_can_be_copied_and_print_the_same_page() {
    let desk = Desk::new("templates");
    desk.team("a.ron");
    let copied = desk.ends(DONE, &["templates", "own"]);
    assert!(copied.err.contains("--template"), "{copied:?}");
    print(&desk, DONE, "shipped.svg", &[]);
    print(&desk, DONE, "own.svg", &["--template", "own"]);
    assert_eq!(desk.read("own.svg"), desk.read("shipped.svg"));
    let before = desk.read("own/plan.typ");
    desk.ends(NOT_DONE, &["templates", "own"]);
    assert_eq!(desk.read("own/plan.typ"), before);
}

#[test]
fn templates_go_into_a_folder_that_is_there() {
    let desk = Desk::new("templates-folder");
    fs::create_dir(desk.join("own")).expect("a folder");
    desk.ends(DONE, &["templates", "own"]);
    assert!(desk.has("own/plan.typ") && desk.has("own/parts.typ") && desk.has("own/map.typ"));
}

#[test]
fn a_changed_colour_is_on_the_page() {
    let desk = Desk::new("template-colour");
    desk.team("a.ron");
    desk.ends(DONE, &["templates", "own"]);
    // Titles of panels are drawn by the parts that all documents share.
    let shipped = String::from_utf8(desk.read("own/panels.typ")).expect("UTF-8");
    let changed = shipped.replace("x.t.accent", "rgb(\"#fe01dc\")");
    assert_ne!(changed, shipped);
    desk.write("own/panels.typ", changed);
    let has_colour = |name: &str| String::from_utf8_lossy(&desk.read(name)).contains("#fe01dc");
    print(&desk, DONE, "shipped.svg", &[]);
    // A folder and the file in it both name the template.
    for template in ["own", "own/plan.typ"] {
        print(&desk, DONE, "own.svg", &["--template", template]);
        assert!(has_colour("own.svg") && !has_colour("shipped.svg"), "{template}");
    }
}

#[test]
fn a_broken_template_is_told_with_file_and_line() {
    let desk = Desk::new("template-broken");
    desk.team("a.ron");
    fs::create_dir(desk.join("own")).expect("a folder");
    let cases = [
        (template("[one]\n  (("), "line 3"),
        (template("[one]\n  panic(\"odd end\")"), "odd end"),
        (template("read(\"/etc/hostname\")"), "plan.typ, line 2"),
        (template("import \"@preview/cetz:0.3.0\""), "plan.typ, line 2"),
        (template("[one] + pagebreak() + [two]"), "2 pages"),
        ("#let other = 1\n".to_owned(), "unresolved import"),
    ];
    for (text, sentence) in cases {
        desk.write("own/plan.typ", &text);
        let refused = print(&desk, NOT_DONE, "a.pdf", &["--template", "own"]);
        assert!(refused.err.contains(sentence), "{text}: {refused:?}");
        assert!(refused.err.contains("page was not made"), "{refused:?}");
        assert!(!desk.has("a.pdf"), "{text}");
    }
    desk.write("own/plan.typ", template("[one]"));
    print(&desk, DONE, "a.pdf", &["--template", "own"]);
    assert_eq!(page_text(&desk.read("a.pdf")).trim(), "one");
}

#[test]
fn a_template_that_is_not_there_is_told() {
    let desk = Desk::new("template-missing");
    desk.team("a.ron");
    fs::create_dir(desk.join("empty")).expect("a folder");
    for template in ["empty", "nowhere", "nowhere/plan.typ"] {
        let refused = print(&desk, NOT_DONE, "a.pdf", &["--template", template]);
        assert!(refused.err.contains(template), "{refused:?}");
        assert!(!desk.has("a.pdf"));
    }
}

#[test]
fn a_template_without_end_is_stopped() {
    let desk = Desk::new("template-endless");
    desk.team("a.ron");
    fs::create_dir(desk.join("own")).expect("a folder");
    // The setter itself refuses `while true`; nobody can wait for this one.
    let body = "let sum = 0\n  for i in range(1000000) { for j in range(1000000) { sum += j } }\n  [#sum]";
    desk.write("own/plan.typ", template(body));
    let arguments = ["print", "a.ron", "-o", "a.pdf", "--template", "own"];
    let mut command = desk.command(&arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut stderr = child.stderr.take().expect("a pipe that was asked for");
    let (sender, receiver) = channel();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        let read = stderr.read_to_string(&mut text);
        sender.send(read.map(|_| text)).ok();
    });
    let Ok(said) = receiver.recv_timeout(PATIENCE) else {
        child.kill().expect("our own process");
        child.wait().expect("our own process");
        panic!("the template still ran after {PATIENCE:?}");
    };
    reader.join().expect("a reader that has read");
    let said = said.expect("UTF-8");
    assert_eq!(child.wait().expect("our own process").code(), Some(NOT_DONE), "{said}");
    assert!(said.contains("took too long") && said.contains("not made"), "{said}");
    assert!(!desk.has("a.pdf"));
}
