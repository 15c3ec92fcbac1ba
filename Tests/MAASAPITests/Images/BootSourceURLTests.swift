import RegionTesting
import Testing

/// URLs are kept as Django's fields read them.
@Suite struct BootSourceURLTests {
    @Test(
        arguments: [
            ("i.example/a", "http://i.example/a"), ("//i.example/b", "http://i.example/b"),
            ("i.example", "http://i.example"),
            ("HTTPS://I.example/c?", "https://I.example/c"), ("http://i.example/#", "http://i.example/"),
            ("http:i.example/y", "http://i.example/y"), ("http://i.example/d?#f", "http://i.example/d#f"),
            ("http:/i.example/x", nil), ("i.example:80/x", nil), ("http://x", nil), ("ftp://x/", nil),
            ("http://i.example/a b", nil),
        ] as [(String, String?)])
    func urls(_ sent: String, _ kept: String?) throws {
        let maas = try TestRegion()
        let answer = try maas.post("boot-sources/", ["url": sent, "keyring_filename": "/x"])
        #expect(answer.status == (kept == nil ? 400 : 201), "\(answer.text)")
        #expect(try kept == nil ? answer.text == "{\"url\": [\"Enter a valid URL.\"]}" : answer.string("url") == kept)
        guard let kept else { return }
        #expect(try maas.post("maas/", op: "set_config", ["name": "http_proxy", "value": sent]).status == 200)
        #expect(try maas.get("maas/", query: ["op": "get_config", "name": "http_proxy"]).text == "\"\(kept)\"")
    }

    /// What packages are fetched through.
    @Test func installersHaveTheProxy() throws {
        let maas = try TestRegion()
        let path = "machines/\(try maas.systemID("node08"))/"
        func proxy() throws -> String? {
            let text = try maas.get(path, query: ["op": "get_curtin_config"]).text
            return text.firstMatch(of: /\n  proxy: (.*)\n/).map { String($0.1) }
        }
        func set(_ name: String, _ value: String) throws {
            #expect(try maas.post("maas/", op: "set_config", ["name": name, "value": value]).status == 200)
        }
        #expect(try proxy() == "http://maas.test:8000/")
        try set("http_proxy", "http://p.example:3128/")
        #expect(try proxy() == "http://p.example:3128/")
        try set("use_peer_proxy", "true")
        #expect(try proxy() == "http://maas.test:8000/")
        try set("enable_http_proxy", "false")
        #expect(try proxy() == nil)
    }
}
