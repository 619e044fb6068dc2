# Semua perintah; tanpa make lihat tabel di README.md.
PYTHON ?= python3
BIN = .venv/bin

# The short run hardly waits; of the long one, three at a time also on two cores: a test in the browser mostly waits.
PYTEST = $(BIN)/python -m pytest --dist loadfile --no-loadscope-reorder

.PHONY: run dev sync test test-panjang peramban kantor gerbang pembaca gaya rentan bench check format docs pins clean

# Whatever keeps the sheets from being read: the pages say it, and the server tries again by itself.
run: .venv/siap  ## baca lembar (bawaan: samples/) dan layani di localhost:8501
	@-$(BIN)/python -m monev sync
	@$(BIN)/streamlit run app.py

dev: .venv/siap  ## seperti run, dan muat ulang sendiri bila berkas berubah
	@-$(BIN)/python -m monev sync
	@$(BIN)/streamlit run app.py --server.fileWatcherType=auto

sync: .venv/siap  ## baca lembar semua instansi sekali
	@$(BIN)/python -m monev sync

test: .venv/siap-dev  ## setiap angka dan setiap aturan
	$(PYTEST) -n logical -m "not panjang or singkat"

# pytest says 5 where it found no test: that is no failure as long as there are no long ones.
test-panjang: .venv/siap-dev peramban kantor gerbang pembaca  ## semua uji yang lain
	@$(PYTEST) -n 3 -m "panjang and not singkat" || { hasil=$$?; [ $$hasil -eq 5 ] && echo "Belum ada uji yang panjang."; }

# Without it the tests in the browser are skipped, aloud; under CI=true they fail.
peramban:  ## pasang Chromium dari Debian bila boleh
	@command -v chromium-headless-shell >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium-headless-shell >/dev/null; } || \
	  command -v chromium >/dev/null || echo "Chromium tidak dapat dipasang di sini; uji peramban akan dilewati."

# Without them the hand-outs are not looked at as pages, which is said aloud; under CI=true that fails. Carlito is as
# wide as Calibri, letter by letter.
KANTOR = libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-crosextra-carlito
kantor:  ## pasang LibreOffice dan Poppler dari Debian bila boleh
	@dpkg -s $(KANTOR) >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(KANTOR) >/dev/null; } || \
	  command -v soffice >/dev/null || \
	  echo "LibreOffice tidak dapat dipasang di sini; bahan rapat tidak diuji sebagai halaman."

# Debian's package also starts a server on port 80 where systemd runs, which nobody asked for: there it is left to people.
gerbang:  ## pasang nginx dari Debian bila boleh
	@command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || { [ "$$(id -u)" = 0 ] && [ ! -d /run/systemd/system ] && \
	  command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends nginx >/dev/null; } || \
	  echo "nginx tidak dipasang di sini; contoh deploy/nginx.conf tidak dijalankan."

# Without them one test that reads a film of the screen is skipped, aloud; under CI=true it fails.
PEMBACA = ffmpeg tesseract-ocr tesseract-ocr-ind
pembaca:  ## pasang ffmpeg dan Tesseract dari Debian bila boleh
	@dpkg -s $(PEMBACA) >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(PEMBACA) >/dev/null; } || \
	  echo "ffmpeg dan Tesseract tidak dapat dipasang di sini; yang terbaca dari film tidak diuji."

gaya: .venv/siap-dev  ## bentuk dan gaya
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/python .ci/docs.py --periksa
	$(BIN)/sqlfluff lint --processes 2 --disable-progress-bar queries monev/queries examples/*/queries

# Says in words which of the two it is when it fails: a pin is vulnerable, or the database could not be asked.
rentan: .venv/siap-dev  ## tanyakan semua pin pada basis data kerentanan (perlu internet)
	@$(BIN)/python .ci/rentan.py

# Ten minutes; what counts are the ratios. Raw figures go to bench/results/.
bench: .venv/siap-dev peramban  ## ukur berdampingan dengan acuannya
	@$(BIN)/python -m bench

check: gaya test  ## bentuk, gaya, uji

format: .venv/siap-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/siap-dev  ## perbarui tabel setelan, perintah, ambang, dan kolom di dokumen
	@$(BIN)/python .ci/docs.py

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
