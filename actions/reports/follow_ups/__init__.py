"""Messages that go on from what was told: of which report, what is asked of it now, what is put right."""
