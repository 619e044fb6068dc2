# Semua perintah; tanpa make lihat tabel di README.md.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: run dev sync test test-panjang check format pins clean

run: .venv/siap  ## baca samples/ (atau MONEV_FOLDER) dan layani di localhost:8501
	@$(BIN)/python -m monev sync || [ $$? -eq 3 ]
	@$(BIN)/streamlit run app.py

dev: .venv/siap  ## seperti run, dan muat ulang sendiri bila berkas berubah
	@$(BIN)/python -m monev sync || [ $$? -eq 3 ]
	@$(BIN)/streamlit run app.py --server.fileWatcherType=auto

sync: .venv/siap  ## baca lembar semua instansi sekali
	@$(BIN)/python -m monev sync

test: .venv/siap-dev  ## semua uji kecuali yang panjang
	$(BIN)/python -m pytest -m "not panjang" -n 2 --dist loadfile

test-panjang: .venv/siap-dev  ## uji yang panjang
	$(BIN)/python -m pytest -m panjang -n 2 --dist loadfile

check: .venv/siap-dev  ## bentuk, gaya, uji
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(MAKE) test

format: .venv/siap-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

pins: .venv/siap-dev  ## perbarui requirements.txt dan requirements-dev.txt dari pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --custom-compile-command "make pins" --upgrade --quiet -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --custom-compile-command "make pins" -c requirements.txt --quiet -o requirements-dev.txt

.venv/siap: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/siap-dev: requirements-dev.txt .venv/siap
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv potret .pytest_cache .ruff_cache .hypothesis
