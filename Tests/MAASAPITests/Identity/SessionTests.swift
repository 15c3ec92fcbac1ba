import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI

/// Logging in with a browser's cookies, and the API by them.
@Suite struct SessionTests {
    /// A browser: it keeps the cookies that it is given.
    private final class Browser {
        let maas: TestRegion
        var cookies: [String: String] = [:]

        init(_ maas: TestRegion) { self.maas = maas }

        @discardableResult
        func send(_ method: String, _ path: String, query: String? = nil, form: String = "", token: String? = nil)
            throws
            -> Answer
        {
            var request = HTTPRequest(method: method, path: path, query: query, body: Array(form.utf8))
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            if !cookies.isEmpty {
                request.headers["Cookie"] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            }
            request.headers["X-CSRFToken"] = token
            let answer = try maas.send(request, as: .nobody)
            for field in answer.response.headers.all where field.name == "Set-Cookie" {
                let pair = field.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                cookies[String(pair[0])] = String(pair[1])
            }
            return answer
        }

        func login(_ user: String) throws -> Answer {
            try send("POST", "/MAAS/accounts/login/", form: "username=\(user)&password=\(user)")
        }

        func token() throws -> String? { try send("POST", "/MAAS/account/csrf/").string("csrf") }
    }

    @Test func whoLogsInIsKnown() throws {
        let browser = Browser(try TestRegion())
        #expect(try browser.send("GET", "/MAAS/accounts/login/").value("authenticated") == .bool(false))
        let login = try browser.login("admin")
        #expect(login.status == 204)
        #expect(Set(browser.cookies.keys) == ["csrftoken", "sessionid"])
        #expect(try browser.send("GET", "/MAAS/accounts/login/").value("authenticated") == .bool(true))
        #expect(try browser.send("GET", "/MAAS/api/2.0/users/", query: "op=whoami").string("username") == "admin")
        #expect(try browser.login("admin").status == 204)
    }

    @Test(arguments: [
        ("", #"{"username": ["This field is required."], "password": ["This field is required."]}"#),
        ("username=admin", #"{"password": ["This field is required."]}"#),
        (
            "username=admin&password=wrong",
            #"{"__all__": ["Please enter a correct username and password. Note that both fields may be case-sensitive."]}"#
        ),
    ])
    func wrongLoginsAreRefused(form: String, text: String) throws {
        let answer = try Browser(TestRegion()).send("POST", "/MAAS/accounts/login/", form: form)
        #expect(answer.status == 400)
        #expect(answer.text == text)
    }

    @Test func whatChangesSomethingNeedsTheSecret() throws {
        let browser = Browser(try TestRegion())
        _ = try browser.login("admin")
        let refused = try browser.send("POST", "/MAAS/api/2.0/zones/", form: "name=a")
        #expect(refused.status == 403 && refused.text.contains("CSRF verification failed. Request aborted."))
        let token = try #require(try browser.token())
        #expect(token.count == 64)
        #expect(try browser.send("POST", "/MAAS/api/2.0/zones/", form: "name=a", token: token).status == 200)
        let secret = browser.cookies["csrftoken"]
        #expect(try browser.send("POST", "/MAAS/api/2.0/zones/", form: "name=b", token: secret).status == 200)
        let field = "name=c&csrfmiddlewaretoken=\(token)"
        #expect(try browser.send("POST", "/MAAS/api/2.0/zones/", form: field).status == 200)
        let other = String(repeating: "a", count: 32)
        #expect(try browser.send("POST", "/MAAS/api/2.0/zones/", form: "name=d", token: other).status == 403)
    }

    @Test func rightsAreThoseOfTheUser() throws {
        let browser = Browser(try TestRegion())
        _ = try browser.login("user1")
        let token = try browser.token()
        #expect(try browser.send("POST", "/MAAS/api/2.0/zones/", form: "name=a", token: token).status == 403)
    }

    @Test func sessionsEndByLogoutAndByTime() throws {
        let maas = try TestRegion()
        let browser = Browser(maas)
        _ = try browser.login("admin")
        let old = browser.cookies
        let token = try browser.token()
        #expect(try browser.send("GET", "/MAAS/accounts/logout/").status == 405)
        #expect(try browser.send("POST", "/MAAS/accounts/logout/").status == 403)
        #expect(try browser.send("POST", "/MAAS/accounts/logout/", token: token).status == 204)
        browser.cookies = old
        #expect(try browser.send("GET", "/MAAS/accounts/login/").value("authenticated") == .bool(false))

        try maas.post("maas/", op: "set_config", ["name": "session_length", "value": "20"])
        _ = try browser.login("admin")
        maas.wallPasses(seconds: 19)
        #expect(try browser.send("GET", "/MAAS/accounts/login/").value("authenticated") == .bool(true))
        maas.wallPasses(seconds: 1)
        #expect(try browser.send("GET", "/MAAS/accounts/login/").value("authenticated") == .bool(false))
    }

    @Test func theCSRFViewIsForThoseWhoAreLoggedIn() throws {
        let browser = Browser(try TestRegion())
        let get = try browser.send("GET", "/MAAS/account/csrf/")
        #expect(get.status == 405 && get.response.headers["Allow"] == "POST")
        #expect(try browser.send("POST", "/MAAS/account/csrf/").status == 403)
        let logout = try browser.send("POST", "/MAAS/accounts/logout/")
        #expect(logout.status == 302)
    }
}
