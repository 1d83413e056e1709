//! A client that keeps its connection and reads answers whole.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

pub struct Client(BufReader<TcpStream>);

impl Client {
    pub fn open(at: SocketAddr) -> Self {
        let stream = TcpStream::connect(at).expect("the server listens");
        stream.set_nodelay(true).expect("it is a socket");
        Self(BufReader::new(stream))
    }

    /// The body of an answer in this encoding.
    pub fn ask(&mut self, path: &str, encoding: &str) -> Vec<u8> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: {encoding}\r\n\r\n"
        );
        let stream = self.0.get_mut();
        stream
            .write_all(request.as_bytes())
            .expect("it takes a request");
        let mut length = None;
        let status = self.line();
        assert!(status.contains(" 200 "), "{path}: {status}");
        loop {
            let header = self.line().to_lowercase();
            match header.strip_prefix("content-length:") {
                Some(value) => length = value.trim().parse().ok(),
                None if header.is_empty() => break,
                None => {}
            }
        }
        match length {
            Some(length) => self.take(length),
            None => self.chunks(),
        }
    }

    fn chunks(&mut self) -> Vec<u8> {
        let mut body = Vec::new();
        loop {
            let size = self.line();
            let size = usize::from_str_radix(size.trim(), 16).expect("a chunk says its size");
            body.extend(self.take(size));
            self.line();
            if size == 0 {
                return body;
            }
        }
    }

    fn take(&mut self, length: usize) -> Vec<u8> {
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).expect("it sends all of it");
        body
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).expect("it answers in HTTP");
        line.trim_end().to_owned()
    }
}
