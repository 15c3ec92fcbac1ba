import HTTPServer
import TestSupport
import Testing

/// What a handler is given, and what a client gets.
@Suite struct RequestTests {
    private func echoed(_ target: String) throws -> String {
        try TestServer().answer(to: "GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n").body
    }

    @Test(arguments: [
        ("/", "GET / query none body 0"),
        ("/a%20b/%2e%2E/%C3%BC/%zz", "GET /a%20b/%2e%2E/%C3%BC/%zz query none body 0"),
        ("//a///b/../c/", "GET //a///b/../c/ query none body 0"),
        ("/a?", "GET /a query '' body 0"),
        ("/a?op=x&op=y%26", "GET /a query 'op=x&op=y%26' body 0"),
        ("/a?b=c?d=e?", "GET /a query 'b=c?d=e?' body 0"),
        ("/a?x=+%2B", "GET /a query 'x=+%2B' body 0"),
        ("http://example.com/a?b", "GET /a query 'b' body 0"),
        ("HTTP://example.com", "GET / query none body 0"),
        ("https://example.com?b", "GET / query 'b' body 0"),
        ("/a?u=http://b/c", "GET /a query 'u=http://b/c' body 0"),
    ])
    func targetsAreKeptAsTheyWereSent(target: String, text: String) throws {
        #expect(try echoed(target) == text)
    }

    @Test func bytesThatAreNoTextDoNotBreakATarget() throws {
        let server = try TestServer()
        let connection = try server.connect()
        connection.send(Array("GET /".utf8) + [0xFF, 0xFE] + Array(" HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
        #expect(try connection.readAnswer().body == "GET /\u{FFFD}\u{FFFD} query none body 0")
    }

    @Test func headersKeepTheirOrderAndTheirRepetitions() throws {
        let server = try TestServer { request in
            HTTPResponse(
                status: 200, contentType: "text/plain",
                text: request.headers.all.map { "\($0.name)=\($0.value)" }.joined(separator: "|"))
        }
        let answer = try server.answer(
            to: "GET / HTTP/1.1\r\nHost: x\r\nAccept: a\r\nx-one: 1\r\nACCEPT:b\r\nEmpty:\r\nSpaced:   c d  \r\n\r\n")
        #expect(answer.body == "Host=x|Accept=a|x-one=1|ACCEPT=b|Empty=|Spaced=c d")
    }

    @Test func manyHeaders() throws {
        let server = try TestServer { request in
            HTTPResponse(status: 200, contentType: "text/plain", text: "\(request.headers.all.count)")
        }
        let many = (0..<500).map { "X-\($0): \($0)\r\n" }.joined()
        #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: x\r\n\(many)\r\n").body == "501")
    }

    @Test func headerNamesCompareWithoutCase() {
        var fields: HTTPFields = ["Content-Type": "a"]
        #expect(fields["content-type"] == "a")
        fields.append("CONTENT-TYPE", "b")
        #expect(fields["Content-type"] == "a")
        fields["content-Type"] = "c"
        #expect(fields.all.map(\.value) == ["c"])
        fields["CONTENT-type"] = nil
        #expect(fields.all.isEmpty)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "GET"])
    func bodiesArriveWhateverTheMethod(method: String) throws {
        let answer = try TestServer().answer(
            to: "\(method) /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")
        #expect(answer.body == "\(method) /a query none body 5")
    }

    @Test func aChunkedBodyArrivesWhole() throws {
        let server = try TestServer { HTTPResponse(status: 200, body: $0.body) }
        let answer = try server.answer(
            to: "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\n1;ext=1\r\n \r\n5\r\nworld\r\n0\r\n\r\n")
        #expect(answer.body == "hello world")
    }

    @Test func everyByteOfABodyArrives() throws {
        let server = try TestServer { HTTPResponse(status: 200, text: "\($0.body == Array(0...255))") }
        let connection = try server.connect()
        connection.send(Array("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 256\r\n\r\n".utf8) + Array(0...255))
        #expect(try connection.readAnswer().body == "true")
    }

    @Test func aBodyOfSeveralMegabytesArrives() throws {
        let server = try TestServer()
        let connection = try server.connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 8000000\r\n\r\n")
        connection.send([UInt8](repeating: 120, count: 8_000_000))
        #expect(try connection.readAnswer().body == "POST / query none body 8000000")
    }

    @Test func expectContinueIsAnswered() throws {
        let connection = try TestServer().connect()
        connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        #expect(try connection.readAnswer().status == 100)
        connection.send("ok")
        #expect(try connection.readAnswer().body == "POST / query none body 2")
    }

    @Test func headAnswersWithoutABody() throws {
        let connection = try TestServer().connect()
        connection.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        let head = try connection.readAnswer(toHead: true)
        #expect(head.headers["content-length"] == "25")
        #expect(try connection.readAnswer().body == "GET /b query none body 0")
        #expect(try connection.readToEnd() == "")
    }

    @Test func headersOfAnAnswerAreSent() throws {
        let server = try TestServer { _ in
            var headers: HTTPFields = ["Vary": "Authorization, Cookie", "X-Text": "ü"]
            headers.append("Set-Cookie", "a=1")
            headers.append("Set-Cookie", "b=2")
            return HTTPResponse(status: 299, headers: headers, body: Array("x".utf8))
        }
        let connection = try server.connect()
        connection.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        let text = try connection.readToEnd()
        for line in ["HTTP/1.1 299", "Vary: Authorization, Cookie", "X-Text: ü", "Set-Cookie: a=1", "Set-Cookie: b=2"] {
            #expect(text.contains(line))
        }
        #expect(text.contains("\r\nContent-Length: 1\r\n"))
        #expect(text.hasSuffix("\r\n\r\nx"))
    }

    @Test func aHeaderCannotSmuggleAnother() throws {
        let server = try TestServer { _ in
            HTTPResponse(status: 200, headers: ["X-Name": "a\r\nX-Evil: b"], body: Array("x".utf8))
        }
        let connection = try server.connect()
        connection.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        #expect(try connection.readToEnd().contains("X-Evil") == false)
    }

    @Test func answersWithoutABody() throws {
        for status in [204, 304] {
            let server = try TestServer { _ in HTTPResponse(status: status) }
            #expect(try server.answer(to: "DELETE / HTTP/1.1\r\nHost: x\r\n\r\n").status == status)
        }
    }

    @Test(arguments: [-1, 0, 99, 1000, Int.max])
    func aStatusThatIsNoneClosesTheConnection(status: Int) throws {
        let server = try TestServer { request in
            request.path == "/alive" ? TestServer.echo(request) : HTTPResponse(status: status)
        }
        #expect(throws: RawConnection.Failure.self) { try server.answer(to: "GET / HTTP/1.1\r\nHost: x\r\n\r\n") }
        #expect(try server.stillAnswers())
    }
}

extension HTTPResponse {
    fileprivate init(status: Int, text: String) { self.init(status: status, body: Array(text.utf8)) }
}
