import HTTPServer
import RegionTesting
import Testing

@testable import MAASEmulator

/// Who gets to the control endpoints.
@Suite struct ControlDoorTests {
    private func ask(
        _ headers: HTTPFields, _ method: String = "GET", _ path: String = "clock", token: String? = nil,
        body: String = ""
    ) throws -> HTTPResponse {
        let test = try TestEmulator(controlToken: token)
        return test.emulator.respond(
            to: HTTPRequest(method: method, path: "/emulator/" + path, headers: headers, body: Array(body.utf8)))
    }

    @Test(
        arguments: [
            (["Host": "localhost:5240"], 200), (["Host": "127.0.0.1:5240"], 200), (["Host": "127.8.0.1"], 200),
            (["Host": "[::1]:5240"], 200), (["Host": "LOCALHOST"], 200), (["Host": "rebound.example:5240"], 403),
            (["Host": "127.0.0.1.example"], 403), (["Host": "10.0.0.1"], 403),
            (["Host": "localhost:5240", "Origin": "http://localhost:5240"], 200),
            (["Host": "localhost:5240", "Origin": "http://localhost:5241"], 403),
            (["Host": "localhost:5240", "Origin": "https://evil.example"], 403),
            (["Host": "localhost:5240", "Origin": "null"], 403),
            (["Host": "localhost:5240", "Sec-Fetch-Site": "cross-site"], 403),
            (["Host": "localhost:5240", "Sec-Fetch-Site": "same-origin"], 200),
        ] as [([String: String], Int)])
    func originAndHost(headers: [String: String], status: Int) throws {
        var fields = HTTPFields()
        for (name, value) in headers { fields[name] = value }
        #expect(try ask(fields).status == status)
    }

    @Test func withATokenAnyNameServesButNoForeignPage() throws {
        let known: HTTPFields = ["Host": "emulator.internal", "Authorization": "Bearer s3cret"]
        #expect(try ask(known, token: "s3cret").status == 200)
        var foreign = known
        foreign["Origin"] = "http://evil.example"
        #expect(try ask(foreign, token: "s3cret").status == 403)
    }

    @Test(arguments: [
        ("Bearer s3cret", 200), ("bearer s3cret", 200), ("BEARER  s3cret ", 200), ("Bearer s3cre", 401),
        ("Bearer s3crett", 401), ("Bearer ", 401), ("Basic s3cret", 401), ("s3cret", 401), ("", 401),
    ])
    func theTokenIsReadInAnyCaseAndWhole(authorization: String, status: Int) throws {
        #expect(try ask(["Host": "x", "Authorization": authorization], token: "s3cret").status == status)
    }

    @Test(arguments: [
        ("application/json", 200), ("application/json; charset=utf-8", 200), ("Application/JSON", 200),
        ("text/plain", 403), ("application/x-www-form-urlencoded", 403), ("", 403),
    ])
    func bodiesSayThatTheyAreJSON(type: String, status: Int) throws {
        let headers: HTTPFields = ["Host": "localhost", "Content-Type": type]
        #expect(try ask(headers, "POST", body: #"{"advance": 1}"#).status == status)
        // What has no body needs no type.
        #expect(try ask(["Host": "localhost"], "POST", "reset").status == 204)
    }

    @Test func healthAndThePageNeedNoToken() throws {
        for (method, path) in [("GET", "health"), ("HEAD", "health"), ("GET", ""), ("HEAD", "")] {
            #expect(try ask(["Host": "x"], method, path, token: "s3cret").status == 200, "\(method) \(path)")
        }
        #expect(try ask(["Host": "x"], "POST", "health", token: "s3cret").status == 401)
        #expect(try ask(["Host": "x"], "GET", "healthy", token: "s3cret").status == 401)
    }

    @Test func anUnknownQueryParameterIsNamed() throws {
        let test = try TestEmulator()
        let answer = test.control("GET", "journal", query: "limit=1&stauts=500")
        #expect(answer.status == 400)
        #expect(try answer.string("error")?.hasPrefix("stauts: ") == true)
        #expect(test.control("POST", "reset", query: "sandbx=1").status == 400)
        #expect(test.control("GET", "journal", query: "limit=1&status=500").status == 200)
    }

    @Test func browsersAreTold() throws {
        for (path, status) in [("", 200), ("clock", 200), ("nowhere", 404)] {
            let response = try ask(["Host": "localhost"], "GET", path)
            #expect(response.status == status)
            #expect(response.headers["X-Content-Type-Options"] == "nosniff")
            #expect(response.headers["X-Frame-Options"] == "DENY")
            #expect(response.headers["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
        }
        let page = try ask(["Host": "localhost"], "GET", "")
        let policy = try #require(page.headers["Content-Security-Policy"])
        #expect(!policy.contains("unsafe"))
        // What a policy of the page's own files does not let through.
        #expect(policy.contains("script-src 'self'; style-src 'self';"))
        let text = String(decoding: page.body, as: UTF8.self)
        #expect(text.firstMatch(of: #/ style=| on[a-z]+=|<script>|<style/#) == nil)
    }

    @Test func largeBodiesAreForThoseWhoAreKnown() throws {
        let test = try TestEmulator(controlToken: "s3cret")
        func admit(_ path: String, _ authorization: String?) -> Int? {
            var head = HTTPRequest(method: "POST", path: path)
            head.headers["Host"] = "x"
            head.headers["Content-Type"] = "application/json"
            head.headers["Content-Length"] = "1000000"
            head.headers["Authorization"] = authorization
            return test.emulator.admit(head)?.status
        }
        let known = try test.maas.authorization(.user)
        #expect(admit("/MAAS/api/2.0/files/", nil) == 401)
        #expect(admit("/MAAS/api/2.0/files/", known.replacing("oauth_token=\"", with: "oauth_token=\"x")) == 401)
        #expect(admit("/MAAS/api/2.0/files/", known) == nil)
        #expect(admit("/emulator/sandboxes", nil) == 401)
        #expect(admit("/emulator/sandboxes", "Bearer s3cret") == nil)
    }
}
