// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let dNS: [EveryCall] = [
        .init("GET", "domains/", nil) {
            _ = try await $0.domains.list()
        },
        .init("POST", "domains/", nil) {
            _ = try await $0.domains.create(name: "x", authoritative: true, ttl: 7, forwardDNSServers: ["x", "y"])
        },
        .init("POST", "domains/", "set_serial") {
            try await $0.domains.setSerial(7)
        },
        .init("GET", "domains/{id}/", nil) {
            _ = try await $0.domains.domain(7).get()
        },
        .init("PUT", "domains/{id}/", nil) {
            _ = try await $0.domains.domain(7).update(
                name: "x", authoritative: true, ttl: 7, forwardDNSServers: ["x", "y"])
        },
        .init("DELETE", "domains/{id}/", nil) {
            try await $0.domains.domain(7).delete()
        },
        .init("POST", "domains/{id}/", "set_default") {
            _ = try await $0.domains.domain(7).setDefault()
        },
        .init("GET", "dnsresources/", nil) {
            _ = try await $0.dnsResources.list(
                DNSResourceFilter(fqdn: "x", name: "x", domain: "x", rrtype: "x", all: true))
        },
        .init("POST", "dnsresources/", nil) {
            _ = try await $0.dnsResources.create(
                DNSResourceCreation(fqdn: "x", name: "x", domain: "x", addressTTL: 7, ipAddresses: ["x", "y"]))
        },
        .init("GET", "dnsresources/{id}/", nil) {
            _ = try await $0.dnsResources.dnsResource(7).get()
        },
        .init("PUT", "dnsresources/{id}/", nil) {
            _ = try await $0.dnsResources.dnsResource(7).update(
                DNSResourceUpdate(fqdn: "x", name: "x", domain: "x", addressTTL: 7, ipAddresses: ["x", "y"]))
        },
        .init("DELETE", "dnsresources/{id}/", nil) {
            try await $0.dnsResources.dnsResource(7).delete()
        },
        .init("GET", "dnsresourcerecords/", nil) {
            _ = try await $0.dnsRecords.list(fqdn: "x", name: "x", domain: "x", rrtype: "x")
        },
        .init("POST", "dnsresourcerecords/", nil) {
            _ = try await $0.dnsRecords.create(
                DNSRecordCreation(
                    fqdn: "x", name: "x", domain: "x", rrtype: "x", rrdata: "x", ttl: 7, addressTTL: 7,
                    ipAddresses: ["x", "y"]))
        },
        .init("GET", "dnsresourcerecords/{id}/", nil) {
            _ = try await $0.dnsRecords.dnsRecord(7).get()
        },
        .init("PUT", "dnsresourcerecords/{id}/", nil) {
            _ = try await $0.dnsRecords.dnsRecord(7).update(rrtype: "x", rrdata: "x", ttl: 7)
        },
        .init("DELETE", "dnsresourcerecords/{id}/", nil) {
            try await $0.dnsRecords.dnsRecord(7).delete()
        },
    ]
}
