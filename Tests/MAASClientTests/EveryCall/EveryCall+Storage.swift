// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let storage: [EveryCall] = [
        .init("GET", "nodes/{system_id}/blockdevices/", nil) {
            _ = try await $0.machines.machine("x").blockDevices.list()
        },
        .init("POST", "nodes/{system_id}/blockdevices/", nil) {
            _ = try await $0.machines.machine("x").blockDevices.create(
                BlockDeviceCreation(name: "x", size: 7, blockSize: 7, model: "x", serial: "x", idPath: "x", numaNode: 7)
            )
        },
        .init("GET", "nodes/{system_id}/blockdevices/{id}/", nil) {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).get()
        },
        .init("PUT", "nodes/{system_id}/blockdevices/{id}/", nil) {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).update(
                BlockDeviceUpdate(
                    name: "x", model: "x", serial: "x", idPath: "x", size: 7, blockSize: 7, numaNode: 7,
                    partitionTableType: "x", uuid: "x"))
        },
        .init("DELETE", "nodes/{system_id}/blockdevices/{id}/", nil) {
            try await $0.machines.machine("x").blockDevices.blockDevice(7).delete()
        },
        .init("POST", "nodes/{system_id}/blockdevices/{id}/", "add_tag") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).addTag("x")
        },
        .init("POST", "nodes/{system_id}/blockdevices/{id}/", "remove_tag") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).removeTag("x")
        },
        .init("POST", "nodes/{system_id}/blockdevices/{id}/", "set_boot_disk") {
            try await $0.machines.machine("x").blockDevices.blockDevice(7).setBootDisk()
        },
        .init("POST", "nodes/{system_id}/blockdevices/{id}/", "format") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).format(
                fstype: "x", uuid: "x", label: "x")
        },
        .init("POST", "nodes/{system_id}/blockdevices/{id}/", "unformat") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).unformat()
        },
        .init("POST", "nodes/{system_id}/blockdevices/{id}/", "mount") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).mount(mountPoint: "x", mountOptions: "x")
        },
        .init("POST", "nodes/{system_id}/blockdevices/{id}/", "unmount") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).unmount()
        },
        .init("GET", "nodes/{system_id}/blockdevices/{device_id}/partitions/", nil) {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.list()
        },
        .init("POST", "nodes/{system_id}/blockdevices/{device_id}/partitions/", nil) {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.create(
                size: 7, uuid: "x", bootable: true)
        },
        .init("GET", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", nil) {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).get()
        },
        .init("DELETE", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", nil) {
            try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).delete()
        },
        .init("POST", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "format") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).format(
                fstype: "x", uuid: "x", label: "x")
        },
        .init("POST", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "unformat") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).unformat()
        },
        .init("POST", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "mount") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).mount(
                mountPoint: "x", mountOptions: "x")
        },
        .init("POST", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "unmount") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).unmount()
        },
        .init("POST", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "add_tag") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).addTag("x")
        },
        .init("POST", "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "remove_tag") {
            _ = try await $0.machines.machine("x").blockDevices.blockDevice(7).partitions.partition(7).removeTag("x")
        },
        .init("GET", "nodes/{system_id}/volume-groups/", nil) {
            _ = try await $0.machines.machine("x").volumeGroups.list()
        },
        .init("POST", "nodes/{system_id}/volume-groups/", nil) {
            _ = try await $0.machines.machine("x").volumeGroups.create(
                name: "x", uuid: "x", blockDevices: ["x", "y"], partitions: ["x", "y"])
        },
        .init("GET", "nodes/{system_id}/volume-group/{id}/", nil) {
            _ = try await $0.machines.machine("x").volumeGroups.volumeGroup(7).get()
        },
        .init("PUT", "nodes/{system_id}/volume-group/{id}/", nil) {
            _ = try await $0.machines.machine("x").volumeGroups.volumeGroup(7).update(
                VolumeGroupUpdate(
                    name: "x", uuid: "x", addBlockDevices: ["x", "y"], removeBlockDevices: ["x", "y"],
                    addPartitions: ["x", "y"], removePartitions: ["x", "y"]))
        },
        .init("DELETE", "nodes/{system_id}/volume-group/{id}/", nil) {
            try await $0.machines.machine("x").volumeGroups.volumeGroup(7).delete()
        },
        .init("POST", "nodes/{system_id}/volume-group/{id}/", "create_logical_volume") {
            _ = try await $0.machines.machine("x").volumeGroups.volumeGroup(7).createLogicalVolume(
                name: "x", uuid: "x", size: 7)
        },
        .init("POST", "nodes/{system_id}/volume-group/{id}/", "delete_logical_volume") {
            try await $0.machines.machine("x").volumeGroups.volumeGroup(7).deleteLogicalVolume(7)
        },
        .init("GET", "nodes/{system_id}/raids/", nil) {
            _ = try await $0.machines.machine("x").raids.list()
        },
        .init("POST", "nodes/{system_id}/raids/", nil) {
            _ = try await $0.machines.machine("x").raids.create(
                RAIDCreation(
                    level: .raid1, name: "x", uuid: "x", blockDevices: ["x", "y"], partitions: ["x", "y"],
                    spareDevices: ["x", "y"], sparePartitions: ["x", "y"]))
        },
        .init("GET", "nodes/{system_id}/raid/{id}/", nil) {
            _ = try await $0.machines.machine("x").raids.raid(7).get()
        },
        .init("PUT", "nodes/{system_id}/raid/{id}/", nil) {
            _ = try await $0.machines.machine("x").raids.raid(7).update(
                RAIDUpdate(
                    name: "x", uuid: "x", addBlockDevices: ["x", "y"], removeBlockDevices: ["x", "y"],
                    addSpareDevices: ["x", "y"], removeSpareDevices: ["x", "y"], addPartitions: ["x", "y"],
                    removePartitions: ["x", "y"], addSparePartitions: ["x", "y"], removeSparePartitions: ["x", "y"]))
        },
        .init("DELETE", "nodes/{system_id}/raid/{id}/", nil) {
            try await $0.machines.machine("x").raids.raid(7).delete()
        },
        .init("GET", "nodes/{system_id}/bcaches/", nil) {
            _ = try await $0.machines.machine("x").bcaches.list()
        },
        .init("POST", "nodes/{system_id}/bcaches/", nil) {
            _ = try await $0.machines.machine("x").bcaches.create(
                BcacheCreation(
                    name: "x", uuid: "x", cacheSet: "x", backingDevice: "x", backingPartition: "x",
                    cacheMode: .writeback))
        },
        .init("GET", "nodes/{system_id}/bcache/{id}/", nil) {
            _ = try await $0.machines.machine("x").bcaches.bcache(7).get()
        },
        .init("PUT", "nodes/{system_id}/bcache/{id}/", nil) {
            _ = try await $0.machines.machine("x").bcaches.bcache(7).update(
                BcacheUpdate(
                    name: "x", uuid: "x", cacheSet: "x", backingDevice: "x", backingPartition: "x",
                    cacheMode: .writeback))
        },
        .init("DELETE", "nodes/{system_id}/bcache/{id}/", nil) {
            try await $0.machines.machine("x").bcaches.bcache(7).delete()
        },
        .init("GET", "nodes/{system_id}/bcache-cache-sets/", nil) {
            _ = try await $0.machines.machine("x").cacheSets.list()
        },
        .init("POST", "nodes/{system_id}/bcache-cache-sets/", nil) {
            _ = try await $0.machines.machine("x").cacheSets.create(cacheDevice: "x", cachePartition: "x")
        },
        .init("GET", "nodes/{system_id}/bcache-cache-set/{id}/", nil) {
            _ = try await $0.machines.machine("x").cacheSets.cacheSet(7).get()
        },
        .init("PUT", "nodes/{system_id}/bcache-cache-set/{id}/", nil) {
            _ = try await $0.machines.machine("x").cacheSets.cacheSet(7).update(cacheDevice: "x", cachePartition: "x")
        },
        .init("DELETE", "nodes/{system_id}/bcache-cache-set/{id}/", nil) {
            try await $0.machines.machine("x").cacheSets.cacheSet(7).delete()
        },
        .init("GET", "nodes/{system_id}/vmfs-datastores/", nil) {
            _ = try await $0.machines.machine("x").vmfsDatastores.list()
        },
        .init("POST", "nodes/{system_id}/vmfs-datastores/", nil) {
            _ = try await $0.machines.machine("x").vmfsDatastores.create(
                name: "x", uuid: "x", blockDevices: ["x", "y"], partitions: ["x", "y"])
        },
        .init("GET", "nodes/{system_id}/vmfs-datastore/{id}/", nil) {
            _ = try await $0.machines.machine("x").vmfsDatastores.vmfsDatastore(7).get()
        },
        .init("PUT", "nodes/{system_id}/vmfs-datastore/{id}/", nil) {
            _ = try await $0.machines.machine("x").vmfsDatastores.vmfsDatastore(7).update(
                VMFSDatastoreUpdate(
                    name: "x", uuid: "x", addBlockDevices: ["x", "y"], addPartitions: ["x", "y"],
                    removePartitions: ["x", "y"], removeBlockDevices: ["x", "y"]))
        },
        .init("DELETE", "nodes/{system_id}/vmfs-datastore/{id}/", nil) {
            try await $0.machines.machine("x").vmfsDatastores.vmfsDatastore(7).delete()
        },
    ]
}
