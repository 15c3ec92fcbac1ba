import Foundation
import HTTPClient
import ProgramTesting
import TestSupport
import Testing

/// The emulator is sent what no client should send, and goes on serving.
@Suite struct EmulatorAbuseTests {
    private let emulator: RunningEmulator

    init() throws { emulator = try RunningEmulator("--log", "off") }

    @Test func aHeaderOfTenMegabytes() async throws {
        let connection = try emulator.connect()
        connection.send("GET /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nAuthorization: OAuth ")
        connection.send([UInt8](repeating: 120, count: 10_000_000))
        connection.send("\r\n\r\n")
        let text = try connection.readToEnd()
        #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 4"))
        #expect(try await emulator.stillServes())
    }

    @Test func aBodyOfAGigabyte() async throws {
        let connection = try emulator.connect()
        connection.send("POST /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n")
        // What is sent until the refusal arrives is thrown away.
        let piece = [UInt8](repeating: 120, count: 1 << 20)
        var sent = 0
        while sent < 1024, connection.send(piece) { sent += 1 }
        #expect(sent < 1024)
        let text = try connection.readToEnd()
        #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 413"))
        #expect(try await emulator.stillServes())
    }

    @Test func aChunkedBodyWithoutEnd() async throws {
        let connection = try emulator.connect()
        connection.send("POST /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = Array("100000\r\n".utf8) + [UInt8](repeating: 120, count: 1 << 20) + Array("\r\n".utf8)
        var sent = 0
        while sent < 1024, connection.send(chunk) { sent += 1 }
        #expect(sent < 1024)
        #expect(try await emulator.stillServes())
    }

    @Test(arguments: [
        "OAuth", "OAuth ", "OAuth oauth_consumer_key", "OAuth oauth_consumer_key=\"x\", oauth_consumer_key=\"y\"",
        "OAuth oauth_token=\"\u{FFFD}\"", "OAuth %%%", "Basic YTpi", "Bearer x", "", "OAuth =,=,=",
        "OAuth oauth_signature_method=\"RSA-SHA1\", oauth_consumer_key=\"a\", oauth_token=\"b\"",
        "OAuth oauth_timestamp=\"99999999999999999999\", oauth_nonce=\"\", oauth_signature=\"\"",
    ])
    func aBadAuthorizationHeader(value: String) async throws {
        let connection = try emulator.connect()
        connection.send("GET /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nAuthorization: \(value)\r\n\r\n")
        let answer = try connection.readAnswer()
        #expect((400..<500).contains(answer.status))
        #expect(!answer.body.isEmpty)
        #expect(try await emulator.stillServes())
    }

    @Test func keysThatAreNotOurs() async throws {
        for key in ["a:b:c", "\(emulator.adminKey)x"] {
            #expect(try await emulator.send("GET", "machines/", key: key).status == 401)
        }
        #expect(try await emulator.stillServes())
    }

    @Test func clientsThatLeave() async throws {
        for text in [
            "", "GET /MAAS", "POST /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab",
        ] {
            for reset in [false, true] {
                let connection = try emulator.connect()
                if reset { connection.resetAtClose() }
                connection.send(text)
            }
        }
        #expect(try await emulator.stillServes())
    }

    @Test(arguments: [
        "\0\0\0", "\u{16}\u{03}\u{01}\u{02}", "GET\r\n\r\n", "FROBNICATE / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /MAAS/api/2.0/machines/%00%ff?%zz=%&&&=== HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /MAAS/api/2.0/\(String(repeating: "../", count: 200))etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
        "POST /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 6\r\n\r\n--\r\n--",
        "POST /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n[[[[",
    ])
    func garbage(text: String) async throws {
        let connection = try emulator.connect()
        connection.send(text)
        connection.finishSending()
        let answer = try connection.readToEnd()
        #expect(!answer.contains(" 500 "))
        #expect(try await emulator.stillServes())
    }

    @Test func deeplyNestedBodies() async throws {
        for body in [String(repeating: "[", count: 200_000), String(repeating: #"{"a":"#, count: 100_000)] {
            for path in ["/MAAS/api/2.0/machines/", "/emulator/faults", "/emulator/clock"] {
                var request = HTTPClient.Request(method: "POST", url: emulator.origin + path, body: Data(body.utf8))
                request.headers["Content-Type"] = "application/json"
                request.headers["Authorization"] = EmulatorAPI.authorization(emulator.adminKey)
                let answer = try await emulator.client.send(request)
                #expect((400..<500).contains(answer.status))
            }
        }
        #expect(try await emulator.stillServes())
    }

    @Test func manyConnectionsAtOnce() async throws {
        let idle = try (0..<100).map { _ in try emulator.connect() }
        for connection in idle { connection.send("GET /emulator/health HTTP/1.1\r\nHost: localhost\r\n\r\n") }
        for connection in idle { #expect(try connection.readAnswer().status == 200) }
        #expect(try await emulator.stillServes())
    }
}
