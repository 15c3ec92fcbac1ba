import Foundation
import MAASTesting
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
}
