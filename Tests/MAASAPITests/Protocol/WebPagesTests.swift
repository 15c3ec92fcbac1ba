import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI

/// What is served beside the API.
@Suite struct WebPagesTests {
    @Test(arguments: [
        ("robots.txt", 200, "User-agent: *\nDisallow: /\n"), ("rpc/", 200, #"{"eventloops": {}}"#),
        ("metrics", 404, ""), ("metrics/endpoints", 404, ""), ("api/version/", 200, "2.0"),
        ("api/1.0/x", 410, "The 1.0 API is no longer available. Please use API version 2.0."),
        ("a/v3/users", 501, "API v3 is not emulated."), ("ws", 501, "The websocket is not emulated."),
        ("images-stream/streams/v1/index.json", 501, "The image stream is not emulated."),
        ("metadata/", 200, "2012-03-01\nlatest"), ("metadata/latest/user-data", 401, "Unrecognised credentials"),
        ("", 302, ""), ("r/", 302, ""),
        ("accounts/login", 302, ""), ("accounts/discharge-request/", 404, "Not found"),
    ])
    func pagesAnswer(path: String, status: Int, text: String) throws {
        let answer = try TestRegion().get("/MAAS/" + path, as: .nobody)
        #expect(answer.status == status)
        #expect(answer.text == text)
    }

    @Test(arguments: ["", "r/", "r/machines"])
    func aBrowserGetsAPageThatLeadsOn(path: String) throws {
        var request = HTTPRequest(method: "GET", path: "/MAAS/" + path)
        request.headers["Accept"] = "text/html,application/xhtml+xml,*/*;q=0.8"
        let answer = try TestRegion().region.respond(to: request)
        #expect(answer.status == 200)
        let text = String(decoding: answer.body, as: UTF8.self)
        #expect(text.contains("href=\"/emulator/\"") && text.contains("/MAAS/api/2.0/"))
        #expect(answer.headers["X-Content-Type-Options"] == "nosniff" && answer.headers["X-Frame-Options"] == "DENY")
        #expect(answer.headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        // What is no browser is told what MAAS tells it.
        request.headers["Accept"] = "application/json"
        #expect(try TestRegion().region.respond(to: request).status == 302)
    }

    @Test func metricsAreThereOnceTheyAreSwitchedOn() throws {
        let maas = try TestRegion()
        try maas.post("maas/", op: "set_config", ["name": "prometheus_enabled", "value": "true"])
        let text = try maas.get("/MAAS/metrics", as: .nobody).text
        #expect(text.contains("# TYPE maas_machines gauge\n"))
        #expect(text.contains(/\nmaas_nodes\{maas_id="[0-9a-f-]{36}",type="machines"\} 15\.0\n/))
        let memory = try maas.get("machines/").list.reduce(0) { $0 + ($1["memory"]?.integer ?? 0) }
        let total = text.firstMatch(of: /\nmaas_machines_total_mem\{maas_id="[0-9a-f-]{36}"\} ([0-9.]+)\n/)?.1
        #expect(total.flatMap { Double($0) } == Double(memory))
        let targets = try maas.get("/MAAS/metrics/endpoints", as: .nobody)
        #expect(try targets.value(0, "targets").strings == ["10.10.0.2:5239", "10.20.0.2:5239"])
    }
}
