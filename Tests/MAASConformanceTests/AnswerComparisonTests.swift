import Testing

@testable import MAASConformance

/// Which answers are the same to a client though they are of two regions, and which are not.
@Suite struct AnswerComparisonTests {
    private static let request = RecordedRequest(method: "GET", path: "machines/")

    private static func answer(_ text: String, status: Int = 200) throws -> RecordedAnswer {
        RecordedAnswer(status: status, body: .json(try JSON(parsing: text)))
    }

    private static func compare(
        _ left: String, _ right: String, after known: Correspondence = Correspondence(),
        request: RecordedRequest = request
    ) throws -> AnswerComparison {
        var comparison = AnswerComparison(known)
        comparison.compare(try answer(left), try answer(right), request)
        return comparison
    }

    @Test(arguments: [
        // Ids, addresses of objects, system ids.
        (
            #"[{"id": 4, "system_id": "abc123", "resource_uri": "/MAAS/api/2.0/machines/abc123/"}]"#,
            #"[{"id": 9, "system_id": "xyz789", "resource_uri": "/MAAS/api/2.0/machines/xyz789/"}]"#
        ),
        (#"{"vlan": {"id": 5001}, "vlan_id": 5001}"#, #"{"vlan": {"id": 5007}, "vlan_id": 5007}"#),
        // Times in every spelling.
        (#"{"a": "Fri, 27 Nov. 2026 09:40:11"}"#, #"{"a": "Thu, 01 Jan. 2026 00:00:00"}"#),
        (#"{"a": "at 2026-11-27T09:40:11.123"}"#, #"{"a": "at 2025-01-01T00:00:00.5"}"#),
        // What MAAS makes up.
        (
            #"{"hostname": "brave-cat", "fqdn": "brave-cat.maas"}"#,
            #"{"hostname": "merry-dog", "fqdn": "merry-dog.maas"}"#
        ),
        (#"{"mac_address": "52:54:00:00:00:01"}"#, #"{"mac_address": "52:54:00:00:00:02"}"#),
        (#"{"ip_address": "10.0.0.4"}"#, #"{"ip_address": "10.0.0.5"}"#),
        // What was to be signed.
        (
            #"{"a": "Authorization Error: 'Invalid signature. Expected signature base string: POST&http%3A%2F%2Fa'"}"#,
            #"{"a": "Authorization Error: 'Invalid signature. Expected signature base string: POST&http%3A%2F%2Fb'"}"#
        ),
        // Sets.
        (#"{"tag_names": ["a", "b"]}"#, #"{"tag_names": ["b", "a"]}"#),
    ])
    func alike(left: String, right: String) throws {
        #expect(try Self.compare(left, right).differences == [])
    }

    @Test(arguments: [
        (#"{"a": 1}"#, #"{"a": 1.0}"#, "a", LeafDifference.Kind.type),
        (#"{"a": 1}"#, #"{"a": 2}"#, "a", .value), (#"{"a": 1}"#, #"{}"#, "a", .missing),
        (#"{}"#, #"{"a": {"b": 1}}"#, "a", .added), (#"{"a": null}"#, #"{"a": ""}"#, "a", .type),
        (#"[1, 2]"#, #"[1]"#, "body", .count), (#"{"s": "node x"}"#, #"{"s": "node y"}"#, "s", .value),
        (#"[{"name": "a"}, {"name": "b"}]"#, #"[{"name": "b"}, {"name": "a"}]"#, "body", .order),
        // An address elsewhere, another VLAN under the same id.
        (#"{"ip_address": "10.0.0.4"}"#, #"{"ip_address": "10.9.0.4"}"#, "ip_address", .value),
        (#"[{"vlan_id": 1}, {"vlan_id": 1}]"#, #"[{"vlan_id": 2}, {"vlan_id": 3}]"#, "1.vlan_id", .value),
        (#"{"last": "Fri, 27 Nov. 2026 09:40:11"}"#, #"{"last": "never"}"#, "last", .value),
    ])
    func different(left: String, right: String, place: String, kind: LeafDifference.Kind) throws {
        let found = try Self.compare(left, right).differences
        #expect(found.map(\.place) == [place] && found.map(\.kind) == [kind], "\(found)")
    }

    @Test func oneMoreElementDoesNotShiftTheOthers() throws {
        let found = try Self.compare(
            #"[{"name": "a", "n": 1}, {"name": "c", "n": 3}]"#,
            #"[{"name": "a", "n": 1}, {"name": "b", "n": 2}, {"name": "c", "n": 3}]"#)
        #expect(found.differences.map(\.sentence) == [#"1 is {"name": "b", "n": 2}, was not there"#])
    }

    @Test func whatWasLearntIsPutIntoLaterRequests() throws {
        let known = try Self.compare(
            """
            {"system_id": "abc123", "hostname": "brave-cat", "interface_set": [{"id": 7, "vlan": {"id": 5001}}],
             "resource_uri": "/MAAS/api/2.0/machines/abc123/"}
            """,
            """
            {"system_id": "xyz789", "hostname": "merry-dog", "interface_set": [{"id": 70, "vlan": {"id": 5002}}],
             "resource_uri": "/MAAS/api/2.0/machines/xyz789/"}
            """
        ).known
        let request = RecordedRequest(
            method: "POST", path: "nodes/abc123/interfaces/7/", query: [RecordedPair("op", "x")],
            body: .form([
                RecordedPair("vlan", "5001"), RecordedPair("parents", "7,8"), RecordedPair("mtu", "5001"),
                RecordedPair("fqdn", "www.brave-cat.maas"),
            ]))
        let other = known.request(request)
        #expect(other.path == "nodes/xyz789/interfaces/70/")
        #expect(other.fields.map(\.value) == ["5002", "70,8", "5001", "www.merry-dog.maas"])
        // Below a fabric a VLAN goes by its VID.
        #expect(known.path("fabrics/1/vlans/5001/") == "fabrics/1/vlans/5001/")
    }

    @Test func whatTheClientSaidStandsForItself() throws {
        let request = RecordedRequest(
            method: "POST", path: "machines/", body: .form([RecordedPair("mac_addresses", "52:54:00:00:00:01")]))
        let found = try Self.compare(
            #"{"mac_address": "52:54:00:00:00:01"}"#, #"{"mac_address": "52:54:00:00:00:02"}"#, request: request)
        #expect(found.differences.map(\.place) == ["mac_address"])
    }

    @Test func statusAndHeadersCount() throws {
        let headers = [
            RecordedPair("Content-Type", "application/json; charset=utf-8"), RecordedPair("Allow", "GET, POST"),
        ]
        var left = RecordedAnswer(status: 200, headers: headers, body: .text("a"))
        var right = RecordedAnswer(
            status: 200,
            headers: [
                RecordedPair("Content-Type", "application/json;charset=UTF-8"), RecordedPair("Allow", "POST, GET"),
            ],
            body: .text("a"))
        var same = AnswerComparison(Correspondence())
        same.compare(left, right, Self.request)
        #expect(same.differences == [])
        (left.status, right.headers) = (201, [RecordedPair("X-MAAS-API-Hash", "1")])
        var other = AnswerComparison(Correspondence())
        other.compare(left, right, Self.request)
        #expect(
            other.differences.map(\.place)
                == ["status", "header Content-Type", "header Allow", "header X-MAAS-API-Hash"])
    }
}
