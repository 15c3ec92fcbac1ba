import Foundation
import HTTPClient

/// What of the API there is to compare.
extension EndpointDiff {
    /// Collections that MAAS has had in every release, should the endpoint not describe itself.
    private static let known = [
        "version/", "users/", "zones/", "resourcepools/", "tags/", "spaces/", "fabrics/", "subnets/", "ipranges/",
        "domains/", "dnsresources/", "dnsresourcerecords/", "reservedips/", "static-routes/", "vm-hosts/",
        "vm-clusters/", "machines/", "devices/", "nodes/", "rackcontrollers/", "regioncontrollers/", "boot-resources/",
        "boot-sources/", "scripts/", "package-repositories/", "notifications/", "ipaddresses/", "dhcp-snippets/",
        "license-keys/", "files/", "discovery/", "account/prefs/sshkeys/", "account/prefs/sslkeys/",
    ]

    /// Collections that a plain GET does not list.
    private static let queries = [
        "events/?op=query&limit=1000", "ipaddresses/?all=true", "scripts/?include_script=true",
    ]

    /// What is read of each element of a collection; `%` stands for its id.
    static let parts: [String: [String]] = [
        "subnets/": [
            "%/", "%/?op=reserved_ip_ranges", "%/?op=unreserved_ip_ranges", "%/?op=statistics", "%/?op=ip_addresses",
        ],
        "vm-hosts/": ["%/"], "fabrics/": ["%/vlans/"], "boot-sources/": ["%/selections/"],
        "boot-resources/": ["%/"],
    ]

    /// Every collection of the API, as the endpoint describes it, and those that are known.
    func collections() async throws -> [String] {
        var paths = Self.known
        let described = try await answer(left, "describe/")
        let root = left.endpoint.apiRoot
        let below = root.range(of: "/api/2.0/").map { String(root[$0.lowerBound...]) } ?? "/api/2.0/"
        for resource in (try? JSON(parsing: described.body))?["resources"]?.elements ?? [] {
            for side in ["auth", "anon"] {
                guard let handler = resource[side], let path = handler["path"]?.text, !path.contains("{"),
                    let name = path.range(of: below).map({ String(path[$0.upperBound...]) }), !paths.contains(name),
                    (handler["actions"]?.elements ?? []).contains(where: Self.isList)
                else { continue }
                paths.append(name)
            }
        }
        return paths + Self.queries
    }

    private static func isList(_ action: JSON) -> Bool {
        action["method"]?.text == "GET" && (action["op"] == nil || action["op"] == .null)
    }
}

extension EndpointDiff.Result {
    /// For programs: both endpoints, how many requests were sent, and every difference.
    public func json(_ left: String, _ right: String) -> String {
        let list = differences.map { difference in
            JSON.object([
                .init("request", .string(difference.request)), .init("place", .string(difference.place)),
                .init("a", difference.left.map { .string($0) } ?? .null),
                .init("b", difference.right.map { .string($0) } ?? .null),
            ])
        }
        return JSON.object([
            .init("a", .string(left)), .init("b", .string(right)), .init("requests", .int(requests)),
            .init("differences", .array(list)),
        ]).pretty + "\n"
    }
}
