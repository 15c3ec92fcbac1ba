import Formats
import HTTPServer
import RegionTesting
import Synchronization
import Testing

@testable import MAASEmulator

/// Secrets are planted wherever requests and answers have them, and looked for wherever something is shown.
@Suite struct RedactionTests {
    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ record: RequestRecord) { lines.withLock { $0.append("\(record)") } }
        var text: String { lines.withLock { $0.joined(separator: "\n") } }
    }

    @Test func noSecretIsShown() throws {
        let maas = try TestRegion()
        let log = Log()
        let emulator = Emulator(region: maas.region, controlToken: "planted-control") { log.add($0) }
        let pem = "-----BEGIN RSA PRIVATE KEY-----\nplanted-pem\n-----END RSA PRIVATE KEY-----"
        var shownOnce = 0

        func send(_ method: String, _ path: String, query: String? = nil, type: String, _ body: String) throws -> Answer
        {
            var request = HTTPRequest(method: method, path: path, query: query, body: Array(body.utf8))
            request.headers = ["Host": "maas.test", "Content-Type": type]
            // With cookies a request must also have the token of a form, and is no longer one that is signed.
            if path.hasPrefix("/MAAS/api") {
                request.headers["Authorization"] = try maas.authorization(.admin)
            } else {
                request.headers["Cookie"] = "sessionid=planted-cookie; csrftoken=planted-csrf"
                request.headers["X-CSRFToken"] = "planted-csrf"
            }
            return Answer(emulator.respond(to: request))
        }
        func form(_ method: String, _ path: String, query: String? = nil, _ pairs: [(String, String)]) throws -> Answer
        {
            try send(
                method, path.hasPrefix("/") ? path : "/MAAS/api/2.0/" + path, query: query,
                type: "application/x-www-form-urlencoded",
                pairs.map { "\(percent($0.0))=\(percent($0.1))" }.joined(separator: "&"))
        }
        func percent(_ text: String) -> String {
            text.utf8.map { byte in
                let isPlain =
                    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
                return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }

        let node = try maas.systemID("node01")
        _ = try form(
            "POST", "users/",
            [("username", "u9"), ("email", "u@x.example"), ("password", "planted-password"), ("is_superuser", "0")])
        let made = try form("POST", "account/", query: "op=create_authorisation_token", [("name", "n")])
        let secret = try #require(try made.string("token_secret"))
        let key = try #require(try made.string("token_key"))
        let listed = try form("GET", "account/", query: "op=list_authorisation_tokens", [])
        shownOnce += listed.text.contains(secret) ? 1 : 0
        _ = try form(
            "PUT", "machines/\(node)/",
            [
                ("power_type", "ipmi"), ("power_parameters_power_address", "10.0.0.9"),
                ("power_parameters_power_pass", "planted-power"), ("power_parameters_k_g", "planted-kg"),
            ])
        let parameters = try form("GET", "machines/\(node)/", query: "op=power_parameters", [])
        shownOnce += parameters.text.contains("planted-power") ? 1 : 0
        _ = try form(
            "PUT", "machines/\(node)/",
            [
                ("power_parameters", #"{"power_pass": "planted-nested", "power_address": "10.0.0.8"}"#),
                ("power_type", "ipmi"),
            ])
        _ = try form(
            "POST", "vm-hosts/",
            [
                ("type", "lxd"), ("power_address", "10.10.0.99"), ("password", "planted-trust"), ("certificate", "c"),
                ("key", pem),
            ])
        _ = try form(
            "POST", "vm-hosts/", [("type", "lxd"), ("power_address", "10.10.0.99"), ("key", "planted-bare-key")])
        _ = try form("POST", "account/prefs/sslkeys/", [("key", "-----BEGIN CERTIFICATE-----\nx\n" + pem)])
        _ = try form(
            "POST", "maas/", query: "op=set_config",
            [("name", "http_proxy"), ("value", "http://joe:planted-url@proxy.example:3128/")])
        _ = try form("POST", "package-repositories/", [("name", "r"), ("url", "http://joe:planted-repo@x.example/")])
        _ = try form(
            "POST", "license-keys/",
            [("osystem", "windows"), ("distro_series", "win2022"), ("license_key", "planted-license")])
        _ = try send(
            "POST", "/MAAS/api/2.0/users/", type: "application/json",
            #"{"username": "u8", "password": "planted-json", "email": "a@b.c"}"#)
        _ = try send("POST", "/MAAS/api/2.0/users/", type: "application/json", #"{"password": "planted-cut"#)
        _ = try send(
            "POST", "/MAAS/api/2.0/users/", type: "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nu7\r\n--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nplanted-part\r\n--b--\r\n"
        )
        _ = try form("POST", "/MAAS/accounts/login/", [("username", "u9"), ("password", "planted-password")])
        _ = try form("POST", "/MAAS/accounts/authenticate/", [("username", "u9"), ("password", "planted-password")])
        _ = try form(
            "GET", "/MAAS/api/2.0/zones/",
            query: "oauth_consumer_key=c&oauth_token=planted-token&oauth_signature=%26planted-signature&oauth_nonce=n",
            [])
        _ = try form("GET", "/MAAS/api/2.0/zones/", query: "password=planted-query", [])
        var bearer = HTTPRequest(method: "GET", path: "/emulator/journal", query: "limit=1000")
        bearer.headers = ["Host": "x", "Authorization": "Bearer planted-control"]
        _ = emulator.respond(to: bearer)

        // The answers themselves did have them, or this would find nothing whatever happens.
        #expect(shownOnce == 2)
        let journal = Answer(emulator.respond(to: bearer)).text
        for (name, shown) in [("journal", journal), ("log", log.text)] {
            #expect(shown.contains("zones"), "\(name)")
            for planted in [secret, key, "planted"] {
                if let range = shown.firstRange(of: planted) {
                    let near = shown[range.lowerBound...].prefix(60)
                    Issue.record("the \(name) shows \(near)")
                }
            }
        }
        // And what is no secret is shown.
        for text in ["u9", "10.0.0.9", "win2022", "Content-Disposition"] { #expect(journal.contains(text), "\(text)") }
    }

    @Test(arguments: [
        (#"{"password": "a\"b", "name": "n"}"#, #"{"password": "(left out)", "name": "n"}"#),
        (
            #"{"power_pass": 5, "x": [{"token": "t"}]}"#,
            #"{"power_pass": "(left out)", "x": [{"token": "(left out)"}]}"#
        ),
        (#"{"secret": {"inner": "kept"}}"#, #"{"secret": {"inner": "kept"}}"#),
        (#"{"secret": null, "password": ""}"#, #"{"secret": null, "password": ""}"#),
        (#"{"a": "{\"power_pass\": \"x\"}"}"#, #"{"a": "{\"power_pass\": \"(left out)\"}"}"#),
        (#"{"password": "cut"#, #"{"password": "(left out)""#), (#"plain "text"#, #"plain "text"#), (#"""#, #"""#),
        (#"{"password"#, #"{"password"#), (#"{"a\"#, #"{"a\"#),
    ])
    func jsonIsReadAsFarAsItGoes(text: String, shown: String) {
        #expect(JSONRedactor.redact(text) == shown)
    }

    @Test func formsKeepWhatIsNoSecret() {
        #expect(
            Redactor.form("a=1&password=x%26y&b=+2&key=ssh-rsa+AAAA&op")
                == "a=1&password=(left out)&b=+2&key=ssh-rsa+AAAA&op")
    }
}
