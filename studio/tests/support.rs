//! Asks the module, by its exports as the page does. Knows no case.

use fix_ladder_studio::{answer, answer_at, answer_length, room_for};
use serde_json::Value;

#[expect(unsafe_code, reason = "the page writes into the module's memory and reads from it")]
pub fn ask(request: &Value) -> Value {
    let request = request.to_string();
    let room = room_for(request.len());
    // SAFETY: the room has as many bytes as were asked for, and nobody else uses it meanwhile.
    unsafe { std::slice::from_raw_parts_mut(room, request.len()) }
        .copy_from_slice(request.as_bytes());
    answer();
    // SAFETY: the answer stays where it is until the next request is written.
    let answer = unsafe { std::slice::from_raw_parts(answer_at(), answer_length()) };
    serde_json::from_slice(answer).expect("JSON")
}

pub const KETTLE: &str = "# The kettle is cold\n\n## Plug it in\n\n- Wait: 2 minutes, because it warms up\n\n1. Push the plug in.\n\n\
     ## Send it back\n\n- Severity: drastic\n\n> **Warning (confirm twice):** it is gone. <!-- id: gone -->\n\n\
     ### Before you start\n\n- You have the receipt. (name the place, not the bin)\n\n### Steps\n\n1. Take it to the shop. You get another.\n";

/// A page as the build makes it, with what the module does not look at left out.
pub const BUILT: &str = "<!doctype html>\n<html lang=\"en\"><head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src \
     'none'; script-src 'sha256-OLD=' 'wasm-unsafe-eval'; style-src 'sha256-STYLE='\">\n<title>Built</title>\n<meta name=\"description\" \
     content=\"Built\">\n</head><body><main>\n<fix-ladder ladder=\"built\" loading=\"eager\" heading-level=\"2\">\n<div \
     lang=\"en\" dir=\"ltr\"><h2>Built</h2></div>\n</fix-ladder>\n</main>\n<script>(() => {\nconst PAGE = {};\n})();\n(() => {\nconst \
     DATA = {\"ids\":[\"built\"],\"languages\":{\"de\":{\"bytes\":\"x\"}},\"prerender\":[\"p\"]};\nrun(DATA)})();\n</script>\n</body>\n</html>\n";
