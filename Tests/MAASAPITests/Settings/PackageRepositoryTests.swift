import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// `package-repositories/`, as a running MAAS 3.7.3 answers.
@Suite struct PackageRepositoryTests {
    @Test func everyRegionHasTwo() throws {
        let maas = try TestRegion()
        let all = try maas.get("package-repositories/")
        #expect(try all.list.count == 2)
        #expect(try all.string(0, "name") == "main_archive")
        #expect(try all.value(1, "arches").strings == ["armhf", "arm64", "ppc64el", "s390x"])
        #expect(try maas.get("package-repositories/ports_archive/").integer("id") == 2)
        #expect(try maas.get("package-repositories/id:1/").string("url") == "http://archive.ubuntu.com/ubuntu")
        #expect(try maas.get("package-repositories/9/").text == "No PackageRepository matches the given query.")
    }

    /// A NUL is wrong in an address, and more than the database takes in a list.
    @Test(arguments: [("url", 400), ("distributions", 500), ("components", 500)])
    func nul(_ field: String, _ status: Int) throws {
        let maas = try TestRegion()
        let answer = try maas.post(
            "package-repositories/",
            urlencoded: ["name=mine", field == "url" ? "" : "url=http://a.example/", "\(field)=a%00b"])
        #expect(answer.status == status)
        guard status == 400 else { return }
        #expect(
            try answer.value("url").strings == [
                "Enter a valid repository URL or PPA location.", "Null characters are not allowed.",
            ])
    }

    @Test func aCustomOneComesAndGoes() throws {
        let maas = try TestRegion()
        let made = try maas.post(
            "package-repositories/",
            [
                "name": "mine", "url": "archive.example.com/u", "distributions": "a,b", "distributions": "c",
                "components": "main, extra",
            ])
        #expect(made.status == 200)
        #expect(try made.string("url") == "http://archive.example.com/u")
        #expect(try made.value("distributions").strings == ["a", "b", "c"])
        #expect(try made.value("components").strings == ["main", "extra"])
        #expect(try made.value("arches").strings == ["amd64", "i386"])
        #expect(try made.value("disable_sources") == .bool(false))
        #expect(try made.value("enabled") == .bool(true))
        let changed = try maas.put("package-repositories/mine/", ["enabled": "false", "url": "ppa:me/mine"])
        #expect(try changed.value("enabled") == .bool(false))
        #expect(try changed.string("url") == "ppa:me/mine")
        #expect(try changed.value("distributions").strings == ["a", "b", "c"])
        #expect(try maas.delete("package-repositories/mine/").status == 204)
        #expect(try maas.get("package-repositories/mine/").status == 404)
    }

    @Test(arguments: [
        Call(
            "POST", "package-repositories/", 400,
            #"{"name": ["This field is required."], "url": ["This field is required."]}"#),
        Call(
            "POST", "package-repositories/", ["name": "main_archive", "url": "http://x.example.com"], 400,
            #"{"name": ["Package repository with this Name already exists."]}"#),
        Call(
            "POST", "package-repositories/", ["name": "n", "url": "http://foo"], 400,
            #"{"url": ["Enter a valid repository URL or PPA location."]}"#),
        Call(
            "POST", "package-repositories/", ["name": "n", "url": "http://x.example.com", "arches": "vax"], 400,
            #"{"arches": ["'vax' is not a valid architecture. Known architectures: amd64, arm64, armhf, i386, ppc64el, s390x"]}"#
        ),
        Call(
            "POST", "package-repositories/", ["name": "n", "url": "http://x.example.com", "distributions": ""], 400,
            #"{"distributions": ["Item 1 in the array did not validate: This field cannot be blank."]}"#),
        Call(
            "POST", "package-repositories/",
            ["name": "n", "url": "http://x.example.com", "disabled_components": "universe"], 400,
            #"{"disabled_components": ["This is a custom repository. Please update 'components' instead."]}"#),
        Call(
            "PUT", "package-repositories/1/", ["disabled_pockets": "proposed"], 400,
            #"{"disabled_pockets": ["'proposed' is not a valid Ubuntu archive pocket. You can only disable ['updates', 'security', 'backports']."]}"#
        ),
        Call(
            "PUT", "package-repositories/1/", ["enabled": "false", "components": "x"], 400,
            #"{"components": ["This is a default Ubuntu repository. Please update 'disabled_components' instead."], "__all__": ["Default repositories may not be disabled."]}"#
        ),
        Call("DELETE", "package-repositories/1/", 400, "Cannot delete default Ubuntu archives."),
        Call("DELETE", "package-repositories/1/", as: .user, 403, "This method is reserved for admin users."),
    ])
    func refusals(_ call: Call) throws { try TestRegion().check(call) }

    @Test func listsOfWhatIsOffAreEmptiedByAnEmptyValue() throws {
        let maas = try TestRegion()
        let off = try maas.put(
            "package-repositories/1/", ["disabled_components": "universe,multiverse", "disabled_pockets": "backports"])
        #expect(try off.value("disabled_components").strings == ["universe", "multiverse"])
        let on = try maas.put("package-repositories/1/", ["disabled_components": "", "disabled_pockets": "None"])
        #expect(try on.value("disabled_components").strings.isEmpty)
        #expect(try on.value("disabled_pockets").strings.isEmpty)
    }

    @Test func twoSettingsOfOldAreTheirURLs() throws {
        let maas = try TestRegion()
        #expect(try maas.post("maas/", op: "set_config", ["name": "main_archive", "value": "bogus"]).status == 400)
        #expect(
            try maas.post("maas/", op: "set_config", ["name": "main_archive", "value": "http://x.example.com/u"]).text
                == "OK")
        #expect(try maas.get("package-repositories/1/").string("url") == "http://x.example.com/u")
        #expect(
            try maas.get("maas/", query: ["op": "get_config", "name": "main_archive"]).text
                == #""http://x.example.com/u""#)
    }

    @Test(arguments: [
        ("http://localhost", true), ("https://user:pw@host.example:8080/x?y#z", true), ("ftp://1.2.3.4/", true),
        ("http://[::1]:80/x", true), ("http://foo", false), ("gopher://a.example", false), ("http://-a.example", false),
        ("http://a.example:123456", false), ("http://a b.example", false), ("http://1.2.3.400", false),
    ])
    func whatAURLIs(_ text: String, _ isURL: Bool) { #expect(URLText.isValid(text) == isURL) }
}
