import Foundation
import Testing

@testable import MAASConformance

@Suite struct RecordingTests {
    private static let exchange = RecordedExchange(
        request: RecordedRequest(
            method: "POST", path: "machines/", query: [RecordedPair("op", "allocate")],
            body: .form([RecordedPair("tags", "a"), RecordedPair("tags", "b")]), sender: .user),
        answer: RecordedAnswer(
            status: 200, headers: [RecordedPair("Content-Type", "application/json")],
            body: .json(.object([.init("id", .int(4)), .init("cpu_speed", .float(4))]))))

    @Test func whatIsWrittenIsRead() throws {
        var upload = Self.exchange
        upload.request.body = .multipart([
            RecordedPart(name: "filename", filename: nil, contents: Data("a".utf8)),
            RecordedPart(name: "file", filename: "a.bin", contents: Data([0xFF, 0x00])),
        ])
        upload.request.signature = .object([.init("nonce", .string("n"))])
        upload.answer.body = .bytes(Data([0xFE]))
        upload.other = RecordedAnswer(problem: "timed out")
        var text = Self.exchange
        text.request.body = .text("x", type: "text/plain")
        text.answer.body = .text("OK")
        let recording = Recording(
            header: .init(endpoint: "http://maas/MAAS/", version: "3.7.3", about: "a test"),
            exchanges: [Self.exchange, upload, text])
        let read = try Recording(text: recording.text, file: "a.jsonl")
        #expect(read.header == recording.header)
        #expect(read.exchanges == recording.exchanges)
    }

    @Test(arguments: [
        ("", "is empty"), ("{}", "line 1: is no recording"), ("{\"recording\": 99}", "is of format 99"),
        ("{\"recording\": 1}\n\nnothing", "line 3: not a JSON value"),
        ("{\"recording\": 1}\n{\"request\": {\"method\": \"GET\"}}", "line 2: has no request"),
        ("{\"recording\": 1}\n{\"request\": {\"method\": \"GET\", \"path\": \"zones/\"}}", "has no answer"),
        (
            "{\"recording\": 1}\n{\"request\": {\"method\": \"GET\", \"path\": \"zones/\", \"as\": \"x\"}}",
            "'as' must be admin, user, nobody or stranger"
        ),
    ])
    func mistakesNameTheirLine(text: String, reason: String) {
        let error = #expect(throws: RecordingError.self) { try Recording(text: text, file: "a.jsonl") }
        #expect(error?.description.contains(reason) ?? false, "\(error?.description ?? "")")
    }

    @Test func secretsAreBlankedAndPublicKeysAreNot() throws {
        var exchange = Self.exchange
        exchange.request.body = .form([
            RecordedPair("power_parameters_power_pass", "hunter2hunter2"), RecordedPair("key", "ssh-ed25519 AAAA me"),
        ])
        exchange.answer.body = .json(
            .object([.init("token_secret", .string("tellnobody")), .init("note", .string("was hunter2hunter2"))]))
        let line = exchange.blanked(Redactor(secrets: [])).line
        #expect(!line.contains("hunter2") && !line.contains("tellnobody"))
        #expect(line.contains("ssh-ed25519 AAAA me"))
    }
}
