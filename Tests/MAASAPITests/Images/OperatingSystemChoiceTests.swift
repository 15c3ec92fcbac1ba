import RegionTesting
import Testing

/// What `distro_series` and `hwe_kernel` mean.
@Suite struct OperatingSystemChoiceTests {
    private func lab(_ images: String...) throws -> TestRegion {
        let maas = try TestRegion()
        try maas.region.withState { state in
            for (index, name) in images.enumerated() {
                try state.db.execute(
                    """
                    INSERT INTO boot_resources (type, name, architecture, base_image, extra, created)
                    VALUES ('Uploaded', ?, 'amd64/generic', 'ubuntu/jammy',
                        '{"subarches": "generic", "title": ""}', ?)
                    """, name, index)
            }
        }
        return maas
    }

    private func deploy(_ maas: TestRegion, _ series: String, kernel: String? = nil) throws -> Answer {
        let path = "machines/\(try maas.systemID("node01"))/"
        guard let kernel else { return try maas.post(path, op: "deploy", ["distro_series": series]) }
        return try maas.post(path, op: "deploy", ["distro_series": series, "hwe_kernel": kernel])
    }

    @Test(arguments: [
        ("ubuntu", "ubuntu/noble"), ("jammy", "ubuntu/jammy"), ("ubuntu/jammy", "ubuntu/jammy"),
        ("/jammy", "ubuntu/jammy"), ("custom/img1", "custom/img1"), ("img1", "custom/img1"), ("im", "custom/img1"),
        ("custom", "custom/img1"), ("centos7", "centos/centos71"), ("centos", "centos/centos71"),
        ("centos/centos70", "centos/centos70"), ("win2019", "windows/win2019"), ("windows/win2019*", "windows/win2019"),
        ("", "ubuntu/noble"),
    ])
    func namesMeanReleases(sent: String, system: String) throws {
        let maas = try lab("img1", "centos/centos70", "centos/centos71", "windows/win2019")
        let deployed = try deploy(maas, sent)
        #expect(deployed.status == 200, "\(deployed.text)")
        #expect("\(try deployed.string("osystem") ?? "")/\(try deployed.string("distro_series") ?? "")" == system)
    }

    @Test(arguments: ["jamm", "22.04", "Jammy", " jammy", "jammy ", "\t", "'", "ubuntu/nix", "centos7"])
    func otherNamesAreListed(sent: String) throws {
        let refused = try deploy(try TestRegion(), sent)
        let message = try refused.value("distro_series", 0).string
        #expect(
            message
                == "'\(sent)' is not a valid distro_series.  It should be one of: '', 'ubuntu/jammy', 'ubuntu/noble'.")
    }

    @Test func twoSlashesAreTooMany() throws {
        let failed = try deploy(try TestRegion(), "ubuntu/jammy/x")
        #expect(failed.status == 500 && failed.text == "too many values to unpack (expected 2)")
    }

    @Test(arguments: [
        ("jammy", "", "ga-22.04"), ("jammy", "hwe-22.04", "hwe-22.04"), ("jammy", "bogus", "ga-22.04"),
        ("custom/img1", "", "ga-22.04"), ("custom/img1", "hwe-22.04", "hwe-22.04"),
    ])
    func kernelsThatWillDo(series: String, sent: String, kernel: String) throws {
        #expect(try deploy(try lab("img1"), series, kernel: sent).string("hwe_kernel") == kernel)
    }

    @Test func kernelsThatWillNot() throws {
        let maas = try TestRegion()
        #expect(
            try deploy(maas, "jammy", kernel: "ga-24.04").text
                == #"{"hwe_kernel": ["ga-24.04 is not available for ubuntu/jammy on amd64/generic."]}"#)
        try maas.put("machines/\(try maas.systemID("node01"))/", ["min_hwe_kernel": "hwe-22.04"])
        #expect(
            try deploy(maas, "jammy", kernel: "ga-22.04").text.contains(
                "chosen kernel (ga-22.04) is older than minimal kernel required by the machine (hwe-22.04)."))
        #expect(try deploy(maas, "jammy").string("hwe_kernel") == "hwe-22.04")
    }

    @Test func theOldestKernelIsOneThatSomeImageStandsFor() throws {
        let maas = try TestRegion()
        let path = "machines/\(try maas.systemID("node01"))/"
        for kernel in ["ga-20.04", "hwe-p", "hwe-24.04", " hwe-22.04 "] {
            #expect(try maas.put(path, ["min_hwe_kernel": kernel]).status == 200, "\(kernel)")
        }
        for kernel in ["hwe-22.04-edge", "ga-18.04", "generic", "bogus"] {
            #expect(
                try maas.put(path, ["min_hwe_kernel": kernel]).string("min_hwe_kernel", 0)
                    == "No kernel matches \">=\(kernel)\" requirement.")
        }
    }

    @Test func settingsOfferWhatThereIs() throws {
        let maas = try lab("img1")
        func set(_ name: String, _ value: String) throws -> String {
            try maas.post("maas/", op: "set_config", ["name": name, "value": value]).text
        }
        #expect(
            try set("default_osystem", "x").contains(
                "is not a valid osystem.  It should be one of: 'custom', 'ubuntu'."))
        #expect(try set("default_osystem", "custom") == "OK")
        #expect(try set("default_distro_series", "noble").contains("It should be one of: 'img1'."))
        #expect(try set("default_distro_series", "img1") == "OK")
        #expect(try deploy(maas, "").string("osystem") == "custom")
        #expect(
            try set("default_min_hwe_kernel", "ga-22.04").contains("It should be one of: '', 'ga-24.04', 'hwe-24.04'."))
        #expect(try set("commissioning_distro_series", " noble").contains("It should be one of: 'jammy', 'noble'."))
        #expect(try set("commissioning_distro_series", "jammy") == "OK")
        #expect(try set("default_min_hwe_kernel", "ga-22.04") == "OK")
        try maas.region.withState { try $0.db.execute("DELETE FROM boot_resources") }
        #expect(try set("default_osystem", "---").contains("due to missing boot images."))
    }
}
