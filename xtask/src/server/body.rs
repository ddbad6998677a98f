//! What a response carries: bytes, perhaps fewer than it promised, or a stream of events. Knows nothing of requests.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Bytes, Frame, SizeHint};
use tokio::sync::mpsc::UnboundedReceiver;

pub enum Body {
    Whole {
        left: Bytes,
        /// What the header says; more than is left where the connection is to break.
        promised: u64,
        /// Whether what was there has had the time to be sent before the connection breaks.
        sent: bool,
    },
    /// Server-sent events without content, one for each message.
    Events(UnboundedReceiver<()>),
}

impl Body {
    pub fn whole(bytes: Vec<u8>) -> Body {
        Body::Whole { promised: bytes.len() as u64, left: bytes.into(), sent: false }
    }

    /// Puts text behind the first `mark`, where there is one.
    pub fn put_after(&mut self, mark: &str, text: &str) {
        if let Body::Whole { left, .. } = self
            && let Ok(page) = std::str::from_utf8(left)
            && let Some((before, after)) = page.split_once(mark)
        {
            *self = Body::whole(format!("{before}{mark}{text}{after}").into_bytes());
        }
    }

    /// Promises all, and breaks the connection after `length` bytes.
    pub fn break_after(&mut self, length: usize) {
        if let Body::Whole { left, .. } = self {
            left.truncate(length);
        }
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        ctx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match self.get_mut() {
            Body::Whole { left, promised, .. } if !left.is_empty() => {
                let bytes = std::mem::take(left);
                *promised -= bytes.len() as u64;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            Body::Whole { promised: 0, .. } => Poll::Ready(None),
            Body::Whole { sent, .. } if !*sent => {
                *sent = true;
                ctx.waker().wake_by_ref();
                Poll::Pending
            }
            Body::Whole { .. } => Poll::Ready(Some(Err(io::ErrorKind::BrokenPipe.into()))),
            Body::Events(events) => events.poll_recv(ctx).map(|event| {
                event.map(|()| Ok(Frame::data(Bytes::from_static(b"data: reload\n\n"))))
            }),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Body::Whole { promised, .. } => SizeHint::with_exact(*promised),
            Body::Events(_) => SizeHint::default(),
        }
    }
}
