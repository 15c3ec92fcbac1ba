import Foundation
import HTTPServer
import TestSupport
import Testing

/// Whatever is sent, the server answers or closes, and goes on serving.
@Suite struct AbuseTests {
    private let server: TestServer

    init() throws {
        var limits = HTTPServer.Limits()
        limits.bodyBytes = 1_000_000
        server = try TestServer(limits: limits)
    }

    /// The status that the server answers, or nothing when it closes without one.
    private func status(of text: String) -> Int? {
        text.hasPrefix("HTTP/1.1 ") || text.hasPrefix("HTTP/1.0 ") ? Int(text.dropFirst(9).prefix(3)) : nil
    }

    @Test func aHeaderOfTenMegabytes() throws {
        let connection = try server.connect()
        connection.send("GET / HTTP/1.1\r\nHost: x\r\nX-Large: ")
        connection.send([UInt8](repeating: 120, count: 10_000_000))
        connection.send("\r\n\r\n")
        let answered = status(of: try connection.readToEnd())
        #expect(answered == nil || answered == 431 || answered == 413)
        #expect(try server.stillAnswers())
    }

    @Test func aTargetOfTenMegabytes() throws {
        let connection = try server.connect()
        connection.send("GET /")
        connection.send([UInt8](repeating: 120, count: 10_000_000))
        connection.send(" HTTP/1.1\r\nHost: x\r\n\r\n")
        let answered = status(of: try connection.readToEnd())
        #expect(answered == nil || answered == 414)
        #expect(try server.stillAnswers())
    }

    @Test func aHundredThousandHeaders() throws {
        let connection = try server.connect()
        connection.send("GET / HTTP/1.1\r\nHost: x\r\n" + String(repeating: "a: b\r\n", count: 100_000) + "\r\n")
        let answered = status(of: try connection.readToEnd())
        #expect(answered == nil || answered == 431 || answered == 413)
        #expect(try server.stillAnswers())
    }

    @Test func aHundredThousandParameters() throws {
        let connection = try server.connect()
        connection.send("GET /?" + String(repeating: "a&", count: 20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")
        connection.finishSending()
        let answered = status(of: try connection.readToEnd())
        #expect(answered == nil || answered == 200 || (400..<500).contains(answered ?? 0))
        #expect(try server.stillAnswers())
    }

    @Test func anAnnouncedGigabyteIsRefusedBeforeItComes() throws {
        let connection = try server.connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n")
        let answer = try connection.readAnswer()
        #expect(answer.status == 413)
        #expect(answer.body == "Request body too large.")
        #expect(try connection.readToEnd() == "")
        #expect(try server.stillAnswers())
    }

    @Test func anAnnouncedGigabyteIsRefusedInsteadOfAContinue() throws {
        let connection = try server.connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\nExpect: 100-continue\r\n\r\n")
        #expect(try connection.readAnswer().status == 413)
    }

    @Test func aBodyAtTheLimitIsTakenAndOneByteMoreIsNot() throws {
        let connection = try server.connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n")
        connection.send([UInt8](repeating: 120, count: 1_000_000))
        #expect(try connection.readAnswer().body == "POST / query none body 1000000")
        #expect(try server.answer(to: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000001\r\n\r\n").status == 413)
    }

    @Test func aChunkedBodyOverTheLimitIsClosed() throws {
        let connection = try server.connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 120, count: 65536) + Array("\r\n".utf8)
        var sent = 0
        while sent < 2000, connection.send(chunk) { sent += 1 }
        #expect(sent < 2000)
        let answered = status(of: try connection.readToEnd())
        #expect(answered == nil || answered == 413)
        #expect(try server.stillAnswers())
    }

    @Test(arguments: [
        "Content-Length: -1", "Content-Length: abc", "Content-Length: 99999999999999999999999999",
        "Content-Length: 9223372036854775807", "Transfer-Encoding: nonsense",
    ])
    func lengthsThatAreNone(header: String) throws {
        let connection = try server.connect()
        connection.send("POST /a HTTP/1.1\r\nHost: x\r\n\(header)\r\n\r\n")
        connection.finishSending()
        let answered = status(of: try connection.readToEnd())
        #expect(answered == nil || (400..<600).contains(answered ?? 0))
        #expect(try server.stillAnswers())
    }

    @Test(arguments: [
        "\0\0\0\0\r\n\r\n", "\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nnocolon\r\n\r\n",
        "GET / HTTP/1.1\r\n: novalue\r\n\r\n", "GET /\0a HTTP/1.1\r\nHost: x\r\n\r\n", " / HTTP/1.1\r\n\r\n",
        "\u{16}\u{03}\u{01}\u{02}\u{00}\u{01}", "{\"json\": true}\n\n", "GET / HTTP/1.1\r\n continued: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
    ])
    func garbage(text: String) throws {
        let connection = try server.connect()
        connection.send(text)
        connection.finishSending()
        _ = try connection.readToEnd()
        #expect(try server.stillAnswers())
    }

    @Test func randomBytes() throws {
        var generator = SeededGenerator()
        for _ in 0..<200 {
            let connection = try server.connect()
            connection.send(
                (0..<Int.random(in: 1...300, using: &generator)).map { _ in .random(in: 0...255, using: &generator) })
            connection.finishSending()
            _ = try connection.readToEnd()
        }
        #expect(try server.stillAnswers())
    }

    @Test func clientsThatLeaveInTheMiddle() throws {
        for reset in [false, true] {
            for text in [
                "", "GET", "GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc",
            ] {
                for _ in 0..<10 {
                    let connection = try server.connect()
                    if reset { connection.resetAtClose() }
                    connection.send(text)
                }
            }
        }
        #expect(try server.stillAnswers())
    }

    @Test func clientsThatDoNotReadTheirAnswer() throws {
        let large = try TestServer { request in
            request.path == "/alive"
                ? TestServer.echo(request) : HTTPResponse(status: 200, body: [UInt8](repeating: 120, count: 8_000_000))
        }
        for _ in 0..<10 {
            let connection = try large.connect()
            connection.resetAtClose()
            connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        }
        #expect(try large.stillAnswers())
    }

    @Test func twoLengthsAtOnceDoNotHideARequest() throws {
        let connection = try server.connect()
        connection.send(
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 30\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET /hidden HTTP/1.1\r\n\r\n")
        connection.finishSending()
        let text = try connection.readToEnd()
        // RFC 9112 section 6.3: chunked overrides the length, or the request is refused.
        #expect(status(of: text) == 400 || text.contains("POST /a query none body 0"))
        #expect(try server.stillAnswers())
    }
}
