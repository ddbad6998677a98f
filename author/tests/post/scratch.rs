use super::html::post;
use fix_ladder_author::{Source, compile, post::read};

fn flat(v: &serde_json::Value) -> String {
    let t = serde_json::to_string_pretty(v).unwrap();
    t.replace(['“', '”'], "\\\"")
        .replace(['‘', '’'], "'")
        .replace('…', "...")
        .replace(['–', '—'], "-")
}

#[test]
fn scratch() {
    for (name, md) in [
        ("printer", std::fs::read_to_string("/tmp/printer.md").unwrap()),
        ("icloud-photos", std::fs::read_to_string("/tmp/icloud-photos.md").unwrap()),
    ] {
        let compiled = compile(Source { name: &format!("{name}.md"), text: &md });
        let want = flat(&serde_json::to_value(compiled.ladder.unwrap()).unwrap());
        std::fs::write(format!("/tmp/kept/want-{name}.json"), &want).unwrap();
        let mut all: Vec<_> = std::fs::read_dir("/tmp/kept")
            .unwrap()
            .map(|it| it.unwrap().path())
            .filter(|p| p.to_string_lossy().ends_with(&format!("{name}.html")))
            .collect();
        all.sort();
        for file in all {
            let html = std::fs::read_to_string(&file).unwrap();
            let mut post = post(&html);
            post.id = name.to_owned();
            let read = read(&post);
            for h in &read.hints {
                println!("{} {:?}", file.display(), h);
            }
            let got = flat(&serde_json::to_value(read.ladder).unwrap());
            println!("{} {}", file.display(), got == want);
            std::fs::write(file.with_extension("json"), got).unwrap();
        }
    }
}

#[test]
fn seed() {
    let Ok(html) = std::fs::read_to_string("/tmp/try.html") else { return };
    let mut post = post(&html);
    post.page = std::env::var("PAGE").unwrap_or_default();
    let read = read(&post);
    for h in &read.hints {
        println!("{:?}", h);
    }
    println!("{}", serde_json::to_string_pretty(&read.ladder).unwrap());
}
