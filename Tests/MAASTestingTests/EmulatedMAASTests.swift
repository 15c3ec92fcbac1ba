import Foundation
import MAASTesting
import Synchronization
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct EmulatedMAASTests {
    private func get(_ maas: EmulatedMAAS, _ path: String, key: String) async throws -> (status: Int, body: String) {
        let parts = key.split(separator: ":").map(String.init)
        var request = URLRequest(url: try #require(URL(string: "\(maas.endpoint)/api/2.0/\(path)")))
        request.setValue(
            "OAuth oauth_version=\"1.0\", oauth_signature_method=\"PLAINTEXT\", oauth_consumer_key=\"\(parts[0])\", "
                + "oauth_token=\"\(parts[1])\", oauth_signature=\"%26\(parts[2])\", oauth_nonce=\"\(UUID().uuidString)\", "
                + "oauth_timestamp=\"\(Int(Date().timeIntervalSince1970))\"", forHTTPHeaderField: "Authorization")
        let (body, answer) = try await URLSession.shared.data(for: request)
        return ((answer as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: body, as: UTF8.self))
    }

    @Test func eachIsARegionOfItsOwn() async throws {
        let lab = try EmulatedMAAS()
        let empty = try EmulatedMAAS(
            inventory: Data(#"{"users": [{"username": "me", "is_superuser": true, "api_key": "a:b:c"}]}"#.utf8))
        #expect(lab.endpoint != empty.endpoint)
        #expect(try await get(lab, "machines/", key: lab.adminKey).body.contains("system_id"))
        #expect(try await get(empty, "machines/", key: "a:b:c").body == "[]")
        #expect(try await get(lab, "users/?op=whoami", key: try #require(lab.userKey)).status == 200)
        try lab.advance(seconds: 60)
        try lab.reset()
    }

    @Test func whatIsWrongIsSaid() {
        #expect(throws: EmulatedMAAS.BadArgument.self) { try EmulatedMAAS(version: "2.9") }
        #expect(throws: EmulatedMAAS.BadArgument.self) { try EmulatedMAAS(clock: "fast") }
        #expect(throws: (any Error).self) { try EmulatedMAAS(inventory: Data("{".utf8)) }
    }

    @Test(.emulatedMAAS(version: "3.4"), arguments: 1...2) func eachCaseHasARegionOfItsOwn(number: Int) async throws {
        let maas = try #require(EmulatedMAAS.current)
        let answer = try await get(maas, "version/", key: maas.adminKey)
        #expect(answer.body.contains("\"3.4."))
        // Regions are made one after the other, and a free port is not given twice: the other case's is another.
        #expect(Self.seen.withLock { $0.insert(maas.endpoint).inserted })
    }

    private static let seen = Mutex<Set<String>>([])

    @Test func withoutTheTraitThereIsNone() { #expect(EmulatedMAAS.current == nil) }

    @Test func theRecipeShowsTheCodeThatIsCompiled() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let example = try String(contentsOf: here.appending(path: "RecipeExample.swift"), encoding: .utf8)
        let page = try String(
            contentsOf: here.appending(path: "../../docs/recipes/swift-testing.md"), encoding: .utf8)
        let code = try #require(
            example.firstMatch(of: #/// The recipe's code begins here.\n([\s\S]*?)// The recipe's code ends here./#)?.1)
        #expect(page.contains(code))
    }
}
