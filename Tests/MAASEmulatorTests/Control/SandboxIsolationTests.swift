import Formats
import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASEmulator

/// What is done to a sandbox stays in it.
@Suite struct SandboxIsolationTests {
    private let test: TestEmulator
    private let id: String
    private let admin: String

    init() throws {
        test = try TestEmulator()
        let made = test.control("POST", "sandboxes", #"{"clock": "manual"}"#)
        id = try #require(try made.string("id"))
        admin = try #require(try made.string("admin_api_key"))
    }

    /// Everything about the main region that a control endpoint or the API can show.
    private func look() throws -> [String] {
        var seen: [String] = []
        for path in ["snapshots", "clock", "faults", "failures", "hardware", "journal"] {
            seen.append(test.control("GET", path).text)
        }
        seen.append(try test.maas.region.apiKey(admin: true) ?? "")
        // Past the emulator, so that looking leaves no trace in the journal.
        for path in ["machines/", "zones/", "users/", "vm-hosts/"] { seen.append(try test.maas.get(path).text) }
        return seen
    }

    @Test func noControlVerbReachesAnotherRegion() throws {
        let bodies = [
            "snapshots": #"{"name": "s"}"#, "clock": #"{"advance": 60}"#,
            "faults": #"{"path": "machines/", "status": 500, "count": 1}"#, "failures": #"{"step": "deploy"}"#,
            "hardware": #"{"address": "10.10.0.11:8443", "reachable": false}"#,
            "api": #"{"path": "zones/", "form": {"name": "sandboxed"}}"#,
        ]
        let before = try look()
        let verbs = ControlRoute.all.filter { $0.method != "GET" && $0.subject != "sandboxes" }
        // What makes things goes before what takes them away.
        for route in verbs.sorted(by: { $0.method > $1.method }) {
            let isMaking = route.method == "POST" && !route.pattern.contains("{")
            let path = route.pattern.replacing("{name}", with: "s").replacing("{id}", with: "1")
            let body = isMaking ? bodies[route.pattern] ?? "" : ""
            let answer = test.control(route.method, path, query: "sandbox=\(id)", body)
            #expect(answer.status < 300 || answer.status == 404, "\(route.method) \(path): \(answer.text)")
            #expect(try look() == before, "\(route.method) \(path)")
            #expect(try test.api("GET", "zones/", key: admin).status != 401, "\(route.method) \(path)")
        }
    }

    @Test func aResetKeepsTheSandboxsOwnKeys() throws {
        let made = try test.api("POST", "account/", query: "op=create_authorisation_token", key: admin)
        #expect(made.status == 200)
        #expect(try test.api("POST", "zones/", form: "name=mine", key: admin).status == 200)
        for _ in 0..<2 {
            #expect(test.control("POST", "reset", query: "sandbox=\(id)").status == 204)
            let zones = try test.api("GET", "zones/", key: admin)
            #expect(zones.status == 200)
            #expect(!zones.text.contains("mine"))
        }
        #expect(try test.control("GET", "sandboxes/\(id)").string("admin_api_key") == admin)
    }

    @Test func aKeyMadeInASandboxWorksThereAndOnlyThere() throws {
        let made = try test.api("POST", "account/", query: "op=create_authorisation_token", key: admin)
        let parts = try ["consumer_key", "token_key", "token_secret"].map { try #require(try made.string($0)) }
        let key = parts.joined(separator: ":")
        #expect(try test.api("POST", "zones/", form: "name=sandboxed", key: key).status == 200)
        #expect(try test.api("GET", "zones/", key: admin).text.contains("sandboxed"))
        #expect(try !test.api("GET", "zones/").text.contains("sandboxed"))
        #expect(test.control("DELETE", "sandboxes/\(id)").status == 204)
        #expect(try test.api("GET", "zones/", key: key).status == 401)
    }

    @Test func credentialsInTheQueryFindTheSandbox() throws {
        let parts = admin.split(separator: ":").map(String.init)
        var request = HTTPRequest(method: "GET", path: "/MAAS/api/2.0/zones/")
        request.headers["Host"] = "maas.test"
        request.query = """
            oauth_signature_method=PLAINTEXT&oauth_consumer_key=\(parts[0])&oauth_token=\(parts[1])\
            &oauth_signature=%26\(parts[2])&oauth_nonce=n1&oauth_timestamp=2000000000&oauth_version=1.0
            """
        #expect(test.emulator.respond(to: request).status == 200)
        #expect(test.control("GET", "journal").text.contains("zones") == false)
        #expect(test.control("GET", "journal", query: "sandbox=\(id)").text.contains("zones"))
    }

    @Test func usersOfASandboxLogInWithTheirPasswords() throws {
        let form = "username=guest&email=g%40x.example&password=pw-of-guest&is_superuser=0"
        #expect(try test.api("POST", "users/", form: form, key: admin).status == 200)
        func post(_ path: String, query: String? = nil) -> HTTPResponse {
            test.emulator.respond(
                to: HTTPRequest(
                    method: "POST", path: path, query: query,
                    headers: ["Content-Type": "application/x-www-form-urlencoded", "Host": "maas.test"],
                    body: Array("username=guest&password=pw-of-guest".utf8)))
        }
        for query in [nil, "sandbox=\(id)"] {
            let answer = Answer(post("/MAAS/accounts/authenticate/", query: query))
            #expect(answer.status == 200)
            #expect(try answer.string("consumer_key")?.hasPrefix("\(id)-") == true)
        }
        let login = post("/MAAS/accounts/login/")
        #expect(login.status == 204)
        let cookie = login.headers.all.filter { $0.name == "Set-Cookie" }.compactMap {
            $0.value.split(separator: ";").first.map(String.init)
        }.joined(separator: "; ")
        var request = HTTPRequest(method: "GET", path: "/MAAS/api/2.0/users/", query: "op=whoami")
        request.headers["Host"] = "maas.test"
        request.headers["Cookie"] = cookie
        #expect(try Answer(test.emulator.respond(to: request)).string("username") == "guest")
    }

    /// A log-in by name asks every region for such a user; one that cannot say has not said no.
    @Test func aRegionThatCannotBeAskedIsNotTakenForTheMainOne() throws {
        let sandbox = try #require(test.emulator.sandboxes.find(id))
        try sandbox.region.withState { try $0.db.execute("ALTER TABLE users RENAME TO lost") }
        let answer = test.emulator.respond(
            to: HTTPRequest(
                method: "POST", path: "/MAAS/accounts/authenticate/",
                headers: ["Content-Type": "application/x-www-form-urlencoded", "Host": "maas.test"],
                body: Array("username=nobody-of-main&password=x".utf8)))
        #expect(answer.status == 500)
        #expect(test.control("GET", "journal").text.contains("accounts") == false)
    }

    /// SQLite keeps no such text, and a caller need not know that it is SQLite.
    @Test func aNULInANameIsNobodysFailure() throws {
        for route in ControlRoute.all where route.subject != "events" {
            let path = route.pattern.replacing("{name}", with: "a%00b").replacing("{id}", with: "a%00b")
            let bodies = [
                #"{"name": "a\u0000b"}"#, #"{"path": "a\u0000b", "status": 500, "method": "GET"}"#,
                #"{"step": "deploy", "system_id": "a\u0000b"}"#, #"{"address": "a\u0000b", "reachable": false}"#,
            ]
            for body in route.method == "POST" ? bodies : [""] {
                let answer = test.control(route.method, path, query: "sandbox=\(id)", body)
                #expect(answer.status < 500, "\(route.method) \(path) \(body): \(answer.text)")
            }
        }
        let login = test.emulator.respond(
            to: HTTPRequest(
                method: "POST", path: "/MAAS/accounts/authenticate/",
                headers: ["Content-Type": "application/x-www-form-urlencoded", "Host": "maas.test"],
                body: Array("username=a%00b&password=x".utf8)))
        #expect(!Answer(login).text.contains("SQLite"))
    }
}
