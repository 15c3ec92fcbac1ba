import RegionTesting
import Testing

@testable import MAASRegion

/// `account/prefs/sslkeys/`, `license-keys/` and imported SSH keys, as a running MAAS 3.7.3 answers.
@Suite struct KeyTests {
    @Test func sslKeysAreCertificates() throws {
        let maas = try TestRegion()
        let pem = try HostCertificate.generate(commonName: "me", now: 1_795_000_000).certificate
        #expect(try maas.post("account/prefs/sslkeys/").text == #"{"key": ["This field is required."]}"#)
        #expect(try maas.post("account/prefs/sslkeys/", ["key": "junk"]).text == #"{"key": ["Invalid SSL key."]}"#)
        let made = try maas.post("account/prefs/sslkeys/", ["key": pem])
        #expect(made.status == 201)
        #expect(try made.json["resource_uri"] == nil)
        let id = try #require(try made.integer("id"))
        #expect(
            try maas.post("account/prefs/sslkeys/", ["key": pem]).text
                == #"{"key": ["This key has already been added for this user."]}"#)
        #expect(try maas.get("account/prefs/sslkeys/").list.count == 1)
        #expect(try maas.get("account/prefs/sslkeys/", as: .user).list.isEmpty)
        let foreign = try maas.get("account/prefs/sslkeys/\(id)/", as: .user)
        #expect(foreign.status == 403 && foreign.text == "Can't get a key you don't own.")
        #expect(foreign.contentType == "text/html; charset=utf-8")
        #expect(try maas.delete("account/prefs/sslkeys/\(id)/", as: .user).text == "Can't delete a key you don't own.")
        #expect(try maas.get("account/prefs/sslkeys/\(id)/").string("key") == pem)
        #expect(try maas.delete("account/prefs/sslkeys/\(id)/").status == 204)
        #expect(try maas.get("account/prefs/sslkeys/\(id)/").text == "No SSLKey matches the given query.")
        #expect(try maas.get("account/prefs/sslkeys/x/").text == "Field 'id' expected a number but got 'x'.")
    }

    private static let windows = """
        {"users": [{"username": "a", "is_superuser": true, "api_key": "a:b:c"}, {"username": "u", "api_key": "d:e:f"}],
         "boot_resources": [
            {"name": "windows/win2019", "architecture": "amd64/generic", "type": "Uploaded"},
            {"name": "windows/win2016", "architecture": "amd64/generic", "type": "Uploaded"}]}
        """

    @Test func releasesThatNeedAKeyGetOne() throws {
        let maas = try TestRegion(inventory: Self.windows)
        let key = "AAAAA-BBBBB-CCCCC-DDDDD-11111"
        let made = try maas.post(
            "license-keys/", ["osystem": "windows", "distro_series": "win2019", "license_key": key])
        #expect(made.status == 200)
        #expect(try made.string("resource_uri") == "/MAAS/api/2.0/license-key/windows/win2019")
        #expect(
            try maas.post("license-keys/", ["distro_series": "windows/win2019", "license_key": key]).text
                == #"{"__all__": ["License key with this operating system and distro series already exists."]}"#)
        #expect(
            try maas.put("license-key/windows/win2019", ["license_key": "x"]).text
                == #"{"__all__": ["Invalid license key."]}"#)
        let other = key.replacing("1", with: "2")
        #expect(
            try maas.put("license-key/windows/win2019", ["license_key": other]).string("license_key") == other)
        #expect(try maas.get("license-keys/").list.count == 1)
        for _ in 1...2 { #expect(try maas.delete("license-key/windows/win2019").status == 204) }
        #expect(try maas.get("license-key/windows/win2019").text == "No LicenseKey matches the given query.")
    }

    @Test func otherReleasesGetNone() throws {
        let maas = try TestRegion(inventory: Self.windows)
        #expect(
            try maas.post(
                "license-keys/", ["osystem": "ubuntu", "distro_series": "noble", "license_key": "x"]
            ).text
                == #"{"osystem": ["'ubuntu' is not a valid osystem.  It should be one of: 'windows'."], "distro_series": ["'ubuntu/noble' is not a valid distro_series.  It should be one of: 'windows/win2016', 'windows/win2019'."]}"#
        )
        #expect(
            try maas.post("license-keys/").text
                == #"{"osystem": ["This field is required."], "distro_series": ["This field is required."], "license_key": ["This field is required."]}"#
        )
        #expect(try maas.get("license-keys/", as: .user).text == "User is not allowed access to this API.")
    }

    @Test func sshKeysAreNotFetched() throws {
        let maas = try TestRegion()
        func fetch(_ source: String) throws -> Answer {
            try maas.post("account/prefs/sshkeys/", op: "import", ["keysource": source])
        }
        #expect(
            try fetch("gh:me").text
                == "Cannot connect to host api.github.com:443 ssl:default [Name or service not known]")
        #expect(
            try fetch("me").text == "Cannot connect to host launchpad.net:443 ssl:default [Name or service not known]")
        #expect(try fetch("xx:me").text == "Unknwon protocol xx. Valid protocols are 'LP' and 'GH'.")
        #expect(try fetch("xx:me").status == 500)
    }
}
