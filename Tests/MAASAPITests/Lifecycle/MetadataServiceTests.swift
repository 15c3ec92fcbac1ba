import Formats
import Foundation
import HTTPServer
import MAASRegion
import RegionTesting
import Testing

/// What machines ask and say while they boot.
@Suite struct MetadataServiceTests {
    private let maas: TestRegion
    private let id: String
    private static let lab = #"""
        {"plays": "external", "users": [{"username": "admin", "is_superuser": true, "api_key": "a:b:c", "ssh_keys": ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDIhz2GK/XCUj4i6Q5yQJNL1MKMDwNd0Vi2P7ADHhBiN a@b"]}, {"username": "user1", "api_key": "d:e:f"}],
         "machines": [{"hostname": "node"}]}
        """#

    init() throws {
        maas = try TestRegion(inventory: Self.lab)
        id = try maas.systemID("node")
    }

    private var machine: JSONValue { get throws { try maas.get("machines/\(id)/").json } }
    private var status: String? { get throws { try machine["status_name"]?.string } }

    /// What the machine sends, signed with its token.
    private func send(
        _ method: String, _ path: String, _ number: Int, body: String = "",
        type: String = "application/x-www-form-urlencoded"
    ) throws -> Answer {
        let token = try maas.get("machines/\(id)/", query: ["op": "get_token"]).json
        func part(_ name: String) -> String { token[name]?.string ?? "" }
        var request = HTTPRequest(method: method, path: "/MAAS/metadata/" + path)
        let stamp = try maas.authorization(.admin).components(separatedBy: "oauth_timestamp=")[1]
        request.headers["Authorization"] = """
            OAuth oauth_version="1.0", oauth_signature_method="PLAINTEXT", oauth_consumer_key="\(part("consumer_key"))", \
            oauth_token="\(part("token_key"))", oauth_signature="%26\(part("token_secret"))", oauth_nonce="m\(number)", \
            oauth_timestamp=\(stamp)
            """
        request.headers["Content-Type"] = type
        request.body = Array(body.utf8)
        return try maas.send(request, as: .nobody)
    }

    private func signal(_ status: String, _ number: Int, _ more: String = "") throws -> Answer {
        try send("POST", "latest/", number, body: "op=signal&status=\(status)" + more)
    }

    private func message(_ json: String, _ number: Int) throws -> Answer {
        try send("POST", "status/\(id)", number, body: json, type: "application/json")
    }

    @Test func aDeploymentWaitsForTheMachine() throws {
        let allocated = try maas.post("machines/", op: "allocate", ["name": "node"])
        #expect(allocated.status == 200)
        let data = "I2Nsb3VkLWNvbmZpZwo="
        #expect(try maas.post("machines/\(id)/", op: "deploy", ["user_data": data]).status == 200)
        try maas.advance(1200)
        #expect(try status == "Deploying")
        #expect(try send("GET", "latest/meta-data/instance-id", 1).text == id)
        #expect(try send("GET", "latest/meta-data/local-hostname", 2).text == "node.maas")
        #expect(try send("GET", "latest/meta-data/public-keys", 3).text.hasPrefix("ssh-ed25519"))
        #expect(try send("GET", "latest/meta-data/", 4).text.split(separator: "\n").contains("vendor-data"))
        #expect(try send("GET", "latest/meta-data/nothing", 5).status == 404)
        #expect(try send("GET", "1999/meta-data/", 6).status == 404)
        let begun = #"{"event_type": "start", "origin": "curtin", "name": "cmd-install", "description": "installing"}"#
        #expect(try message(begun, 7).status == 204)
        let run = try maas.get("nodes/\(id)/results/current-installation/").json
        #expect(run["status_name"] == .string("Running"))
        let log = """
            {"event_type": "finish", "origin": "curtin", "name": "cmd-install", "description": "done", "result": "SUCCESS",
             "files": [{"path": "/tmp/install.log", "encoding": "base64", "content": "YWxsIGdvb2QK"}]}
            """
        #expect(try message(log, 8).status == 204)
        let results = try maas.get("nodes/\(id)/results/current-installation/", query: ["op": "download"])
        #expect(results.text.contains("all good"))
        #expect(try send("POST", "latest/", 9, body: "op=netboot_off").status == 200)
        #expect(try machine["netboot"] == .bool(false))
        #expect(try status == "Deploying")
        #expect(try send("GET", "latest/user-data", 10).text == "#cloud-config\n")
        #expect(try status == "Deployed")
    }

    @Test func anInstallationThatFailsIsSaid() throws {
        _ = try maas.post("machines/", op: "allocate", ["name": "node"])
        _ = try maas.post("machines/\(id)/", op: "deploy")
        let failed = """
            {"event_type": "finish", "origin": "curtin", "name": "cmd-install", "description": "oh", "result": "FAIL"}
            """
        #expect(try message(failed, 1).status == 204)
        #expect(try status == "Failed deployment")
    }

    @Test func aMachineThatSaysNothingIsGivenUp() throws {
        _ = try maas.post("machines/", op: "allocate", ["name": "node"])
        _ = try maas.post("machines/\(id)/", op: "deploy")
        try maas.advance(3601)
        #expect(try status == "Failed deployment")
    }

    @Test func commissioningTakesWhatTheMachineSends() throws {
        #expect(try maas.post("machines/\(id)/", op: "commission", ["testing_scripts": "none"]).status == 200)
        try maas.advance(600)
        #expect(try status == "Commissioning")
        let results = try maas.get("nodes/\(id)/results/current-commissioning/").json["results"]?.elements ?? []
        let lshw = try #require(results.first { $0["name"] == .string("maas-lshw") }?["id"]?.integer)
        #expect(try signal("WORKING", 1, "&script_result_id=\(lshw)").status == 200)
        let upload = """
            --b\r\nContent-Disposition: form-data; name="op"\r\n\r\nsignal\r\n\
            --b\r\nContent-Disposition: form-data; name="status"\r\n\r\nWORKING\r\n\
            --b\r\nContent-Disposition: form-data; name="script_result_id"\r\n\r\n\(lshw)\r\n\
            --b\r\nContent-Disposition: form-data; name="exit_status"\r\n\r\n0\r\n\
            --b\r\nContent-Disposition: form-data; name="maas-lshw.out"; filename="maas-lshw.out"\r\n\r\n\
            <list><node id="mine"/></list>\r\n--b--\r\n
            """
        _ = try maas.post("tags/", ["name": "mine", "definition": "//node[@id='mine']"])
        #expect(try send("POST", "latest/", 2, body: upload, type: "multipart/form-data; boundary=b").status == 200)
        #expect(try signal("bogus", 3).text == "Unknown status: 'bogus'")
        #expect(try signal("OK", 4).status == 200)
        #expect(try status == "Ready")
        let details = try maas.get("machines/\(id)/", query: ["op": "details"])
        #expect(String(decoding: details.response.body, as: UTF8.self).contains("<list><node id=\"mine\"/></list>"))
        #expect(try machine["tag_names"]?.strings.contains("mine") == true)
    }

    @Test func strangersAreRefused() throws {
        var request = HTTPRequest(method: "GET", path: "/MAAS/metadata/latest/user-data")
        #expect(try maas.send(request, as: .nobody).status == 401)
        request.path = "/MAAS/metadata/"
        #expect(try maas.send(request, as: .nobody).text == "2012-03-01\nlatest")
        let unsigned = HTTPRequest(method: "POST", path: "/MAAS/metadata/status/\(id)")
        #expect(try maas.send(unsigned, as: .nobody).status == 401)
        #expect(try message("{}", 1).status == 400)
        #expect(try message("no", 2).status == 400)
    }
}
