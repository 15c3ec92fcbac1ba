import RegionTesting
import Testing

@testable import MAASRegion

/// `static-routes/` (MAAS: `api/staticroutes.py`, messages of `models/staticroute.py`).
@Suite struct StaticRouteTests {
    private static let missing = "No StaticRoute matches the given query."
    private static let choice = "Select a valid choice. That choice is not one of the available choices."

    private static func route(_ source: String, _ destination: String, _ gateway: String) -> [String: String] {
        ["source": source, "destination": destination, "gateway_ip": gateway]
    }

    @Test(arguments: [
        Call(
            "POST", "static-routes/", 400,
            """
            {"source": ["This field is required."], "destination": ["This field is required."], \
            "gateway_ip": ["This field is required."]}
            """),
        Call(
            "POST", "static-routes/", route("1", "1", "10.10.0.1"), 400,
            #"{"__all__": ["source and destination cannot be the same subnet."]}"#),
        Call(
            "POST", "static-routes/", route("1", "2", "zz"), 400,
            #"{"gateway_ip": ["Enter a valid IPv4 or IPv6 address."]}"#),
        Call(
            "POST", "static-routes/", route("1", "2", "10.10.0.1"), as: .user, 403,
            "This method is reserved for admin users."),
        Call("GET", "static-routes/9/", 404, missing), Call("PUT", "static-routes/9/", 404, missing),
        Call("DELETE", "static-routes/9/", 404, missing),
    ])
    func refused(call: Call) throws { try TestRegion().check(call) }

    /// A change of a route, its status and the fields that are complained of.
    struct Change: Sendable {
        let form: [String]
        let status: Int
        let fields: Set<String>

        init(_ form: [String], _ status: Int, _ fields: Set<String>) {
            (self.form, self.status, self.fields) = (form, status, fields)
        }
    }

    /// What is refused of a route that is there leaves the row that the model checks as it was.
    @Test(arguments: [
        Change(["source=1.5", "gateway_ip=x"], 400, ["source", "gateway_ip"]), Change(["source=1.5"], 500, []),
        Change(["gateway_ip=x"], 400, ["gateway_ip"]),
        Change(["gateway_ip=10.20.0.9"], 400, ["gateway_ip", "__all__"]),
        Change(["source=2"], 400, ["gateway_ip", "__all__"]), Change(["destination=x"], 400, ["destination"]),
    ])
    func changes(_ change: Change) throws {
        let lab = try TestRegion()
        let made = try lab.post(
            "static-routes/", urlencoded: ["source=1", "destination=2", "gateway_ip=10.10.0.9"])
        #expect(made.status == 200)
        let answer = try lab.put("static-routes/1/", urlencoded: change.form)
        #expect(answer.status == change.status)
        guard change.status == 400, case .object(let errors) = try answer.json else { return }
        #expect(Set(errors.keys) == change.fields)
    }

    /// The gateway must be an address of the source.
    @Test func gateways() throws {
        let lab = try TestRegion()
        let refusal = try lab.post(
            "static-routes/", ["source": "1", "destination": "2", "gateway_ip": "10.20.0.1"])
        #expect(refusal.status == 400)
        #expect(try lab.get("static-routes/").json == .array([]))
    }

    @Test func families() throws {
        let lab = try TestRegion()
        #expect(try lab.post("subnets/", ["cidr": "fd00:1::/64", "name": "six"]).status == 200)
        try lab.check(
            Call(
                "POST", "static-routes/", Self.route("1", "six", "10.10.0.1"), 400,
                #"{"__all__": ["source and destination must be the same IP version."]}"#))
    }

    @Test func creatingAndDeleting() throws {
        let lab = try TestRegion()
        let route = try lab.post(
            "static-routes/",
            ["source": "mgmt-net", "destination": "cidr:10.20.0.0/24", "gateway_ip": "10.10.0.1", "metric": "5"])
        #expect(route.status == 200)
        #expect(try route.integer("source", "id") == 1)
        #expect(try route.integer("destination", "id") == 2)
        #expect(try route.integer("metric") == 5)
        #expect(
            try lab.answer(Call("POST", "static-routes/", Self.route("1", "2", "10.10.0.1"), 400, "")).status == 400)
        let path = "static-routes/\(try #require(try route.integer("id")))/"
        try lab.check(Call("PUT", path, ["metric": "1"], as: .user, 403, ""))
        try lab.check(Call("DELETE", path, as: .user, 403, ""))
        #expect(try lab.put(path, ["metric": "7"]).integer("metric") == 7)
        #expect(try lab.get(path, as: .user).string("gateway_ip") == "10.10.0.1")
        #expect(try lab.delete(path).status == 204)
        #expect(try lab.get("static-routes/").json == .array([]))
    }
}
