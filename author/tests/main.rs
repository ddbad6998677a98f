use fix_ladder_author::*;
#[test] fn trial() {
  let path = std::env::var("TRIAL").unwrap();
  let text = std::fs::read_to_string(&path).unwrap();
  let s = Source{name:"icloud-photos.md", text:&text};
  let c = compile(s);
  println!("{}", render(s,&c.diagnostics,false));
  if let Some(l)=c.ladder { println!("{}", serde_json::to_string_pretty(&l).unwrap()); }
}
