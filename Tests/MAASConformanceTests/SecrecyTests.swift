import Foundation
import HTTPServer
import Synchronization
import Testing

@testable import MAASConformance

@Suite("Secrets stay out of reports")
struct SecrecyTests {
    /// Cases that send and are answered every kind of secret, and all fail, so that all of it is shown. Their matchers
    /// look at the secrets themselves.
    private static let cases = """
        {"area": "protocol", "cases": [
          {"id": "protocol.secret.form", "title": "a password in a form", "source": "some source", "steps": [
            {"request": {"method": "POST", "path": "vm-hosts/", "form": {"type": "virsh", "name": "{prefix}h",
              "power_address": "qemu+ssh://u@192.0.2.1/system", "power_pass": "hunter2-form"}},
             "expect": {"status": 418}, "capture": {"h": "id"}, "undo": {"path": "vm-hosts/{h}/"}}]},
          {"id": "protocol.secret.multipart", "title": "a password in a multipart body", "source": "some source",
           "needs": ["architecture"], "steps": [
            {"request": {"method": "POST", "path": "machines/", "multipart": {"hostname": "{prefix}m",
              "architecture": "{architecture}", "mac_addresses": "{mac:1}", "power_type": "ipmi", "commission": false,
              "power_parameters_power_address": "192.0.2.2", "power_parameters_power_user": "root",
              "power_parameters_power_pass": "hunter2-multipart"}},
             "capture": {"m": "system_id"}, "undo": {"path": "machines/{m}/"}},
            {"request": {"method": "GET", "path": "machines/{m}/", "op": "power_parameters"},
             "expect": {"json": {"power_pass": {"$type": "int"}, "power_address": {"$type": "int"}}}}]},
          {"id": "protocol.secret.json", "title": "a key in a JSON body and in the query", "source": "some source",
           "steps": [
            {"request": {"method": "POST", "path": "zones/", "query": {"api_key": "hunter2-query"},
              "json": {"name": "{prefix}z", "power_token": "hunter2-json", "note": "hunter2-json again"}},
             "expect": {"status": 418}, "undo": {"path": "zones/{prefix}z/"}}]},
          {"id": "protocol.secret.parameters", "title": "a VM host's certificate and key", "source": "some source",
           "steps": [
            {"request": {"method": "GET", "path": "vm-hosts/{vm_host.id}/", "op": "parameters"},
             "expect": {"json": {"certificate": {"$type": "int"}, "key": {"$in": ["x"]}}}}]},
          {"id": "protocol.secret.tokens", "title": "API keys", "source": "some source", "steps": [
            {"request": {"path": "account/", "op": "create_authorisation_token", "form": {"name": "{prefix}t"}},
             "capture": {"t": "token_key"},
             "undo": {"method": "POST", "path": "account/", "op": "delete_authorisation_token",
               "form": {"token_key": "{t}"}}},
            {"request": {"method": "GET", "path": "account/", "op": "list_authorisation_tokens"},
             "expect": {"json": {"$each": {"token": {"$type": "int"}, "name": {"$contains": "{t}"}}}}}]},
          {"id": "protocol.secret.signature", "title": "the right signature, told with a 401", "source": "some source",
           "steps": [{"request": {"path": "zones/", "sign": {"wrong": true}}, "expect": {"status": 418}}]}
        ]}
        """

    @Test("no format shows a key, a password, a token or a certificate")
    func reports() async throws {
        let answered = Mutex("")
        let emulated = try Emulated { request, respond in
            var answer = respond(request)
            answer.headers["Set-Cookie"] = "sessionid=hunter2-cookie"
            let shown = String(decoding: answer.body, as: UTF8.self)
            answered.withLock { $0 += shown }
            return answer
        }
        let events = Mutex<[RunEvent]>([])
        let catalog = try CaseCatalog(try CaseFile.cases(in: Self.cases, file: "secrets.json"))
        var options = RunOptions()
        options.profiles = [.all]
        let summary = try await Runner(catalog: catalog, target: .maas(emulated.target), options: options).run {
            event in
            events.withLock { $0.append(event) }
        }
        #expect(summary.count("failed") == catalog.cases.count, "\(summary.results.map(\.outcome))")
        let created = try tokens(in: answered.withLock { $0 })
        #expect(!created.isEmpty)
        let secrets =
            emulated.target.secrets + created + [
                "hunter2", "BEGIN CERTIFICATE", "BEGIN PRIVATE KEY", "BEGIN RSA", "BEGIN EC",
            ]
        for (format, text) in Self.written(events.withLock { $0 }) {
            #expect(text.contains("protocol.secret.tokens"), "\(format) does not show the cases")
            for secret in secrets { #expect(!text.contains(secret), "\(format): \(secret.prefix(12))…") }
        }
    }

    /// The secrets of the API keys that answers held.
    private func tokens(in text: String) throws -> [String] {
        text.matches(of: /"token_secret": "([^"]+)"/).map { String($0.1) }
            + text.matches(of: /"token": "[^":]+:[^":]+:([^"]+)"/).map { String($0.1) }
    }

    static func written(_ events: [RunEvent]) -> [(format: String, text: String)] {
        let kinds: [(String, (@escaping (String) -> Void) -> any Recorder)] = [
            ("text", { TextRecorder(write: $0) }), ("terminal", { TextRecorder(terminalWidth: 200, write: $0) }),
            ("JUnit", { JUnitRecorder(write: $0) }), ("JSON", { JSONRecorder(write: $0) }),
            ("HTML", { HTMLRecorder(write: $0) }), ("TAP", { TAPRecorder(write: $0) }),
        ]
        return kinds.map { name, make in
            var text = ""
            let recorder = make { text += $0 }
            for event in events { recorder.record(event) }
            return (name, text)
        }
    }

    @Test("what may be read stays readable")
    func readable() {
        let redactor = Redactor(secrets: ["topsecret"])
        let refusal = Data(#"{"password": ["This field is required."], "name": "topsecret", "key": null}"#.utf8)
        let text = redactor.redact(body: refusal)
        #expect(text.contains("This field is required.") && !text.contains("topsecret") && text.contains("null"))
        #expect(redactor.redact(body: Data("name=a&power_pass=b&zone=c".utf8)) == "name=a&power_pass=…&zone=c")
        #expect(redactor.redact(url: "http://h/a/?op=x&token=abc") == "http://h/a/?op=x&token=…")
        #expect(redactor.redact(header: "Content-Type", "text/plain") == "Content-Type: text/plain")
        #expect(redactor.redact(header: "Set-Cookie", "a=b") == "Set-Cookie: …")
        #expect(redactor.redact("-----BEGIN X-----\nabc\n-----END X-----\nrest") == "…\nrest")
    }

    @Test("a secret is one under each name that MAAS and this project have for secrets, wherever it is sent")
    func names() throws {
        let names = [
            "password", "passwd", "passphrase", "secret", "key", "certificate", "api_key", "apikey", "token",
            "token_key",
            "token_secret", "consumer_key", "k_g", "private_key", "privkey", "license_key", "power_key", "power_pass",
            "power_password", "power_token", "power_parameters_power_pass", "rpc_shared_secret", "oauth_signature",
            "sessionid", "csrftoken", "csrfmiddlewaretoken", "macaroon", "admin_api_key", "user_api_key",
            "oauth_token_secret", "vcenter_password", "credentials",
        ]
        for name in names {
            // A redactor of its own: what it has learnt from one place would hide another's.
            func shown(_ text: String) -> String { Redactor(secrets: []).redact(body: Data(text.utf8)) }
            let multipart = "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\nhunter2\r\n--x--\r\n"
            let places = [
                shown("a=b&\(name)=hunter2&c=d"), shown("{\"a\": {\"\(name)\": \"hunter2\"}}"), shown(multipart),
                shown("<pre>{\"a\": {\"\(name)\": \"hunter2\"}}</pre>"), shown("{\"\(name)\": \"hunter2 and so o"),
                Redactor(secrets: []).redact(url: "http://h/a/?op=x&\(name)=hunter2"),
            ]
            for place in places { #expect(!place.contains("hunter2"), "\(name): \(place)") }
        }
        for header in ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-CSRFToken"] {
            #expect(Redactor(secrets: []).redact(header: header, "hunter2") == "\(header): …")
        }
        #expect(Redactor(secrets: []).redact("qemu+ssh://me:hunter2@h/system") == "qemu+ssh://…@h/system")
        let header = "OAuth oauth_token=\"t\", oauth_signature=\"%26hunter2\", oauth_nonce=\"1\""
        #expect(!Redactor(secrets: []).redact(header).contains("hunter2"))
    }

    @Test("what a cut message has left of a secret goes too")
    func pieces() {
        let redactor = Redactor(secrets: ["0123456789abcdefghij", "short"])
        #expect(redactor.redact("the key 0123456789abcdefghij is") == "the key … is")
        #expect(redactor.redact("the key 0123456789abc") == "the key …")
        #expect(redactor.redact("01234567 01234567") == "… …")
        #expect(redactor.redact("0123456 shor") == "0123456 shor")
    }

    @Test("errors of a whole run hold no secret either: not the key, not what a server says of it")
    func wholeRun() async throws {
        let emulated = try Emulated()
        let parts = try #require(try emulated.region.apiKey(admin: true)).split(separator: ":").map(String.init)
        let wrong = try MAASTarget(url: emulated.url, key: "\(parts[0]):\(parts[1]):guessed-secret")
        let error = await #expect(throws: TargetError.self) {
            try await Runner(catalog: try CaseCatalog.builtIn(), target: .maas(wrong)).run { _ in }
        }
        let text = "\(error.map { "\($0)" } ?? "")"
        #expect(text.contains("401"))
        for secret in [parts[2], "guessed-secret"] { #expect(!text.contains(secret)) }
    }
}
