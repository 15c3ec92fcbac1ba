import HTTPServer
import RegionTesting
import Testing

/// Machines that run from memory need an image that can do so, whoever asked for it.
@Suite struct MemoryDeploymentTests {
    private func allocated(_ maas: TestRegion) throws -> String {
        let id = try maas.systemID("node02")
        #expect(try maas.post("machines/", op: "allocate", ["system_id": id]).status == 200)
        return "machines/\(id)/"
    }

    /// Switching on an allocated machine deploys it, with the system that its form was told.
    @Test(
        arguments: [
            ([:], 500, "''"), (["osystem": "ubuntu"], 500, "''"), (["distro_series": "ubuntu/noble"], 200, ""),
        ] as [(KeyValuePairs<String, String>, Int, String)])
    func switchedOn(_ form: KeyValuePairs<String, String>, _ status: Int, _ text: String) throws {
        let maas = try TestRegion()
        let path = try allocated(maas)
        #expect(try maas.put(path, ["ephemeral_deploy": "true"]).status == 200)
        if !form.isEmpty { #expect(try maas.put(path, form).status == 200) }
        let answer = try maas.post(path, op: "power_on")
        #expect(answer.status == status && (status == 200 || answer.text == text), "\(answer.text)")
    }

    /// Of what is uploaded only archives run from memory.
    @Test(arguments: [("ddtgz", 400), ("ddraw", 400), ("tbz", 400), ("tgz", 200), ("txz", 200)])
    func uploaded(_ type: String, _ status: Int) throws {
        let maas = try TestRegion()
        let hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        let made = try maas.post(
            "boot-resources/",
            [
                "name": "custom/i1", "architecture": "amd64/generic", "filetype": type, "sha256": hash, "size": "5",
                "base_image": "ubuntu/jammy",
            ])
        let uri = try #require(made.text.firstMatch(of: #/"upload_uri": ?"([^"]+)"/#)).1
        var upload = HTTPRequest(method: "PUT", path: String(uri))
        upload.headers["Content-Type"] = "application/octet-stream"
        upload.body = Array("hello".utf8)
        #expect(try maas.send(upload).status < 300)
        let answer = try maas.post(
            allocated(maas), op: "deploy", ["distro_series": "custom/i1", "ephemeral_deploy": "true"])
        #expect(answer.status == status, "\(answer.text)")
        if status == 400 {
            #expect(answer.text == "Deployment to memory not supported for custom/i1 on amd64/generic")
        }
    }
}
