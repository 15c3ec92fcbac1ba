import Formats
import RegionTesting
import Testing

/// Sources, what is selected of them, and imports.
@Suite struct BootSourceTests {
    private func names(_ maas: TestRegion) throws -> Set<String> {
        Set(try maas.get("boot-resources/", query: ["type": "synced"]).list.compactMap { $0["name"]?.string })
    }

    private func select(_ maas: TestRegion, _ fields: String...) throws -> Answer {
        try maas.post("boot-sources/1/selections/", urlencoded: fields)
    }

    @Test func aRegionStartsWithTheStandardSource() throws {
        let maas = try TestRegion()
        let sources = try maas.get("boot-sources/").list
        #expect(sources.map { $0["url"]?.string } == ["http://images.maas.io/ephemeral-v3/stable/"])
        let selections = try maas.get("boot-sources/1/selections/").list
        #expect(selections.map { $0["release"]?.string } == ["jammy", "noble"])
        #expect(selections[0]["arches"]?.strings == ["amd64"])
        let stated = try TestRegion(
            inventory: #"{"users": [{"username": "a", "is_superuser": true, "api_key": "a:b:c"}], "boot_sources": []}"#)
        #expect(try stated.get("boot-sources/").text == "[]")
    }

    @Test func whatIsSelectedComesWithAnImport() throws {
        let maas = try TestRegion()
        let made = try select(
            maas, "os=ubuntu", "release=focal", "arches=amd64", "arches=arm64", "subarches=*", "labels=*")
        #expect(made.status == 200)
        #expect(try made.value("arches").strings == ["amd64", "arm64"])
        #expect(try made.integer("boot_source_id") == 1)
        let id = try #require(try made.integer("id"))
        #expect(try maas.get("boot-resources/", query: ["op": "is_importing"]).text == "false")
        try maas.post("boot-resources/", op: "import")
        #expect(try maas.get("boot-resources/", query: ["op": "is_importing"]).text == "true")
        #expect(try !names(maas).contains("ubuntu/focal"))
        try maas.advance(10)
        #expect(try maas.get("boot-resources/", query: ["op": "is_importing"]).text == "false")
        #expect(try names(maas).isSuperset(of: ["ubuntu/focal", "ubuntu/noble", "grub-efi-signed/uefi"]))
        let deployed = try maas.post(
            "machines/\(try maas.systemID("node01"))/", op: "deploy", ["distro_series": "20.04"])
        #expect(try deployed.string("distro_series") == "focal")

        #expect(try maas.delete("boot-sources/1/selections/\(id)/").status == 204)
        try maas.post("boot-resources/", op: "import")
        try maas.post("boot-resources/", op: "stop_import")
        try maas.advance(10)
        #expect(try names(maas).contains("ubuntu/focal"))
        try maas.post("boot-resources/", op: "import")
        try maas.advance(10)
        #expect(try !names(maas).contains("ubuntu/focal"))
    }

    @Test func whatIsNotOfferedIsRefused() throws {
        let maas = try TestRegion()
        #expect(
            try select(maas, "os=ubuntu", "release=nix", "arches=amd64", "subarches=*", "labels=*").text
                == #"{"os": ["OS ubuntu with release nix has no available images for download"]}"#)
        #expect(
            try select(maas, "os=ubuntu", "release=focal", "arches=vax", "subarches=*", "labels=*").text
                == #"{"arches": ["No available images to download for ['vax']"]}"#)
        #expect(
            try select(maas, "os=ubuntu", "release=focal", "arches=*", "subarches=x", "labels=y").text
                .contains(#""labels": ["No available images to download for ['y']"]"#))
        #expect(try select(maas, "os=ubuntu", "release=bionic").value("arches").strings == [])
        let twice = try select(maas, "os=ubuntu", "release=noble", "arches=*", "subarches=*", "labels=*")
        #expect(twice.status == 400)
        // A stream that nobody has described offers nothing.
        let other = try #require(
            try maas.post("boot-sources/", ["url": "http://a.test/", "keyring_filename": "/k"]).integer("id"))
        let refused = try maas.post(
            "boot-sources/\(other)/selections/",
            ["os": "ubuntu", "release": "noble", "arches": "*", "subarches": "*", "labels": "*"])
        #expect(refused.text.contains("has no available images for download"))
    }

    @Test func theReleaseOfCommissioningStays() throws {
        let maas = try TestRegion()
        let refused = try maas.delete("boot-sources/1/selections/2/")
        #expect(refused.status == 400)
        #expect(refused.text.contains("Unable to delete ubuntu noble."))
        #expect(try maas.get("boot-sources/1/selections/2/").string("release") == "noble")
    }

    @Test func theInventorySaysWhatAStreamOffers() throws {
        let maas = try TestRegion(
            inventory: """
                {"users": [{"username": "a", "is_superuser": true, "api_key": "a:b:c"}],
                 "image_streams": [{"url": "http://mirror.test/s", "images": [
                    {"os": "rocky", "release": "9", "version": "9", "title": "9", "arches": ["amd64"]}]}],
                 "boot_sources": [{"url": "http://mirror.test/s/", "keyring_filename": "/k",
                    "selections": [{"os": "rocky", "release": "9"}]}]}
                """)
        try maas.post("boot-resources/", op: "import")
        try maas.advance(10)
        #expect(try names(maas).contains("rocky/9"))
    }

    @Test func idsThatAreNone() throws {
        let maas = try TestRegion()
        #expect(try maas.put("boot-sources/99999999999999999999/").text == "No BootSource matches the given query.")
        #expect(try maas.get("boot-sources/x/").status == 500)
        #expect(
            try maas.get("boot-sources/1/selections/99/").text == "No BootSourceSelection matches the given query.")
    }
}
