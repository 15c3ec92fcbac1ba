import Testing

@testable import MAASRegion

@Suite struct OperatingSystemTests {
    @Test(arguments: [
        (OperatingSystem.ubuntu, "noble", "Ubuntu 24.04 LTS \"Noble Numbat\""), (.ubuntu, "foo", "foo"),
        (.centos, "centos70", "CentOS 7"), (.centos, "centos71", "CentOS 7.1"), (.centos, "8", "CentOS 8"),
        (.centos, "centos66", "CentOS 6"), (.centos, "centos7-lvm", "CentOS 7 lvm"),
        (.rhel, "rhel85", "Redhat Enterprise Linux 8.5"), (.rhel, "8", "Redhat Enterprise Linux 8"),
        (.ol, "ol9.2-x", "Oracle Linux 9.2 x"), (.esxi, "6.7", "VMware ESXi 6.7"),
        (.esxi, "7.0.1-a", "VMware ESXi 7.0.1 a"),
        (.suse, "sles15.4", "SUSE Linux Enterprise Server 15 SP4"), (.suse, "opensuse15.4", "OpenSUSE 15.4"),
        (.suse, "x", "SUSE x"), (.windows, "win2019", "Windows \"Server 2019\""), (.windows, "x", "x"),
        (.custom, "img", "img"),
    ])
    func releasesHaveTitles(system: OperatingSystem, release: String, title: String) {
        #expect(system.releaseTitle(release, on: "2026-11-26") == title)
    }

    @Test func aReleaseIsKnownFromItsDayOn() {
        #expect(OperatingSystem.ubuntu.hasRelease("resolute", on: "2025-10-09"))
        #expect(!OperatingSystem.ubuntu.hasRelease("resolute", on: "2025-10-08"))
        #expect(!OperatingSystem.ubuntu.hasRelease("22.04", on: "2026-11-26"))
        #expect(OperatingSystem.centos.hasRelease("", on: "2026-11-26"))
        #expect(!OperatingSystem.suse.hasRelease("x", on: "2026-11-26"))
    }

    @Test func supportedLongTermReleasesCommission() {
        let names = UbuntuRelease.all.filter { $0.canCommission(on: "2026-11-26") }.map(\.series)
        #expect(names == ["bionic", "focal", "jammy", "noble", "resolute"])
    }

    @Test func someWindowsNeedKeys() {
        #expect(OperatingSystem.windows.requiresLicenseKey("win2019"))
        #expect(!OperatingSystem.windows.requiresLicenseKey("win2016hv"))
        #expect(!OperatingSystem.ubuntu.requiresLicenseKey("win2019"))
    }
}
